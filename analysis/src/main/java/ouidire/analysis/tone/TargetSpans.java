package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.List;
import ouidire.core.mention.Span;

/** Where a brand's name stands in a text, whatever its capitals and accents, hashtags included. */
public final class TargetSpans {
  private TargetSpans() {}

  /** The places of a name in a text, in order; empty when it does not stand there. */
  public static List<Span> find(String target, String text) {
    List<Span> spans = places(folded(target), folded(text));
    if (spans.isEmpty()) {
      spans = places(joined(folded(target)), folded(text));
    }
    return spans;
  }

  private static List<Span> places(String name, String text) {
    List<Span> spans = new ArrayList<>();
    if (name.isEmpty()) {
      return spans;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + name.length();
      if (begins) {
        spans.add(new Span("text", at, end));
      }
    }
    return spans;
  }

  /** One plain lower-case letter for each letter, so that offsets stay. */
  private static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String letter = Spelling.withoutAccents(text.substring(i, i + 1));
      out.append(Character.toLowerCase(letter.length() == 1 ? letter.charAt(0) : text.charAt(i)));
    }
    return out.toString().replace('\u2019', '\'');
  }

  private static String joined(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
