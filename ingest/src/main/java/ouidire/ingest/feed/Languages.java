package ouidire.ingest.feed;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Languages as feeds state them. */
final class Languages {
  private static final int DEEPEST = 200;

  private Languages() {}

  /** The BCP 47 tag that is meant ({@code fr_ca} is {@code fr-CA}); empty when it is none. */
  static Optional<String> tag(@Nullable String written) {
    if (written == null || written.isBlank() || written.length() > 40) {
      return Optional.empty();
    }
    try {
      String tag =
          new Locale.Builder()
              .setLanguageTag(written.strip().replace('_', '-'))
              .build()
              .toLanguageTag();
      return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** The nearest {@code xml:lang} on an element or around it. */
  static Optional<String> around(Element element) {
    Element at = element;
    for (int i = 0; at != null && i < DEEPEST; i++, at = at.parent()) {
      if (at.hasAttr("xml:lang")) {
        return tag(at.attr("xml:lang"));
      }
    }
    return Optional.empty();
  }
}
