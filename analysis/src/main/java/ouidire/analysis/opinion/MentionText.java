package ouidire.analysis.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Evidence;

/**
 * What a mention says, as a classifier reads it.
 *
 * @param title null when there is none
 */
record MentionText(@Nullable String title, String text) {
  /** Title and text, a line each. */
  String whole() {
    return title == null ? text : title + "\n" + text;
  }

  /** The same with the cited words blanked out. */
  MentionText without(List<Evidence> cited) {
    String rest = title;
    return new MentionText(
        rest == null ? null : cut(rest, "title", cited), cut(text, "text", cited));
  }

  private static String cut(String from, String field, List<Evidence> cited) {
    List<Evidence> here = new ArrayList<>(cited);
    here.removeIf(part -> !part.field().equals(field));
    here.sort(Comparator.comparingInt(Evidence::start));
    StringBuilder rest = new StringBuilder(from);
    for (Evidence part : here.reversed()) {
      rest.replace(part.start(), Math.min(part.end(), rest.length()), " ");
    }
    return rest.toString();
  }
}
