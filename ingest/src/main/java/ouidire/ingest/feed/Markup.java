package ouidire.ingest.feed;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of HTML: which names are its elements, and whether a text is written in it. */
final class Markup {
  /** Starts a line of its own. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul");

  /** Has no end tag. */
  static final Set<String> VOIDS =
      Set.of(
          "area",
          "base",
          "basefont",
          "bgsound",
          "br",
          "col",
          "embed",
          "frame",
          "hr",
          "img",
          "input",
          "keygen",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr");

  /** Holds no text for people. */
  static final Set<String> UNREADABLE =
      Set.of(
          "script", "style", "applet", "template", "head", "option", "colgroup", "math-annotation");

  private static final String INLINES =
      "a|abbr|acronym|applet|audio|b|big|br|button|caption|cite|code|col|del|dfn|em|embed|font|frame"
          + "|frameset|head|html|i|iframe|img|input|ins|kbd|label|link|map|mark|meta|noscript|object"
          + "|option|param|picture|q|s|samp|script|select|small|source|span|strike|strong|style|sub"
          + "|sup|svg|td|textarea|th|time|title|tt|u|var|video|wbr";

  private static final Pattern TAG =
      Pattern.compile(
          "</?(" + INLINES + "|" + String.join("|", BLOCKS) + ")(\\s[^<]*|/)?>|<!--|</[a-z]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");

  /** Tags that do something rather than say something, wherever they stand. */
  private static final Pattern HOSTILE =
      Pattern.compile(
          "<!\\[CDATA\\[|]]>|</?(script|style|iframe|frame|frameset|object|embed|applet|meta|link|base|form|input"
              + "|button|svg|math|xml|layer|ilayer|bgsound)\\b[^<>]*>?"
              + "|<[^<>]*\\b(on[a-z]{3,}\\s*=|style\\s*=|[a-z]+script\\s*:|data\\s*:)[^<>]*>?",
          Pattern.CASE_INSENSITIVE);

  private Markup() {}

  /** Whether a text that does not say so is HTML: it has an HTML tag, or an entity. */
  static boolean looksLikeHtml(String text) {
    boolean tags = text.indexOf('<') >= 0 && TAG.matcher(text).find();
    return tags || text.indexOf('&') >= 0 && ENTITY.matcher(text).find();
  }

  /**
   * Takes out of a readable text what would be hostile if anybody ever took it for markup: texts
   * are escaped wherever they are shown, and this is the second lock.
   */
  static String withoutHostileTags(String text) {
    String clean = text;
    for (int i = 0; i < 8 && clean.indexOf('<') >= 0; i++) {
      Matcher hostile = HOSTILE.matcher(clean);
      if (!hostile.find()) {
        return clean;
      }
      clean = hostile.replaceAll("");
    }
    return clean.strip();
  }
}
