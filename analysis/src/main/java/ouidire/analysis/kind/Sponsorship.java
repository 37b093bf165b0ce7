package ouidire.analysis.kind;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;

/**
 * Marks of paid content. A mention that says so, by a hashtag or the words that French and Quebec
 * rules ask for, is {@value #SPONSORED}; one that shows a trade's sign without saying so (a code
 * for a rebate, an affiliate's link, thanks for what was sent) is {@value #HINT}: a sign for people
 * to look at, never a verdict. Each names the mark and where it stands. Thread-safe.
 *
 * <p>The words: France, loi n° 2023-451 (« publicité », « collaboration commerciale »); Normes de
 * la publicité (Canada), disclosure guidelines for influencers (#pub, #commandité, #ad).
 */
public final class Sponsorship {
  public static final String SPONSORED = "sponsored";
  public static final String HINT = "promotion";

  /** One mark: its rule's name, and the words on folded text. */
  private record Mark(String rule, Pattern words) {
    Mark(String rule, String words) {
      this(rule, Pattern.compile(words));
    }
  }

  /** What one of must stand in a text that has any mark: the others are not looked at further. */
  private static final String[] STEMS = {
    "#",
    "partenariat",
    "partnership",
    "collaboration",
    "sponso",
    "command",
    "publi",
    "placement",
    "code ",
    "offert",
    "gratuit",
    "cadeau",
    "envoi",
    "affili"
  };

  private static final String TAGS =
      "pub|publicite|ad|ads|sponsored|sponsorise[es]*|sponso|commandite[es]*|contenucommandite"
          + "|partenariat(?:remunere|commercial|paye)?|enpartenariat(?:avec\\w*)?"
          + "|collaborationcommerciale|collabcommerciale|collaborationremuneree|offert|produitoffert"
          + "|produitsofferts|gifted|paidpartnership|placementdeproduit|lienaffilie|affiliation";

  private static final Pattern TAG = Pattern.compile(TAGS);

  private static final List<Mark> SAYS =
      List.of(
          new Mark("hashtag", "(?<!\\w)#(?:" + TAGS + ")(?!\\w)"),
          new Mark("partenariat", "\\bpartenariat (?:remunere|commercial|publicitaire|paye)\\b"),
          new Mark(
              "collaboration", "\\bcollaboration (?:commerciale|remuneree|publicitaire|payee)\\b"),
          new Mark(
              "contenu",
              "\\b(?:contenu|billet|article|publication|post|video|message) "
                  + "(?:sponsorise|commandite|publicitaire)e?s?\\b"),
          new Mark("placement", "\\bplacements? de produits?\\b"),
          new Mark("publireportage", "\\bpubli-?(?:reportages?|redactionnels?)\\b"),
          new Mark("paid", "\\bpaid partnership\\b|\\bsponsored (?:post|content|by)\\b"));

  private static final List<Mark> SHOWS =
      List.of(
          new Mark(
              "code",
              "\\b(?:code (?:promo\\w*|rabais|de reduction)|(?:avec|utilisez|entrez) (?:mon|le) code)\\b"),
          new Mark(
              "cadeau",
              "\\b(?:j'ai|on a|nous avons) (?:recu|eu) [^.!?]{0,60}"
                  + "\\b(?:gratuitement|en cadeau|pour (?:le |la |les )?(?:tester|essayer))\\b"),
          new Mark(
              "envoi",
              "\\bmerci (?:a|encore a) [^.!?]{1,40}\\bpour (?:l'envoi|le colis|les produits)\\b"),
          new Mark("collab", "(?<!\\w)#(?:collab|ambassadrice|ambassadeur)\\w*"));

  /** Not paid, it says. */
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:pas|non|jamais|aucun|aucune|sans)\\b[^.!?,;]{0,20}$|#(?:pasunepub|nonsponsorise)[^.!?]*$");

  private static final Pattern AFFILIATE =
      Pattern.compile(
          "[?&](?:utm_medium=(?:affili\\w*|influenc\\w*)|aff_?id=|affiliate_?id=|tag=[\\w-]+-2\\d\\b)"
              + "|^https?://(?:www\\.)?(?:awin1\\.com|tidd\\.ly|rstyle\\.me|shopmy\\.us|click\\.linksynergy\\.com)/");

  private Sponsorship() {}

  /** What the mention says or shows: one finding, or none for nearly all. */
  public static List<Finding> of(Mention mention) {
    List<Evidence> says = new ArrayList<>();
    List<Evidence> shows = new ArrayList<>();
    String rule = read("title", mention.title(), SAYS, says, null);
    rule = read("text", mention.text(), SAYS, says, rule);
    if (says.isEmpty()) {
      for (String tag : mention.hashtags()) {
        if (TAG.matcher(folded(tag.startsWith("#") ? tag.substring(1) : tag)).matches()) {
          return List.of(new Finding(SPONSORED, "hashtag", 1, List.of()));
        }
      }
    } else {
      return List.of(new Finding(SPONSORED, String.valueOf(rule), 1, says));
    }
    rule = read("text", mention.text(), SHOWS, shows, null);
    if (shows.isEmpty() && mention.links().stream().anyMatch(Sponsorship::isAffiliate)) {
      return List.of(new Finding(HINT, "affiliate_link", 1, List.of()));
    }
    return shows.isEmpty() ? List.of() : List.of(new Finding(HINT, String.valueOf(rule), 1, shows));
  }

  private static boolean isAffiliate(String link) {
    return AFFILIATE.matcher(link.toLowerCase(Locale.ROOT)).find();
  }

  /** Adds where marks stand; the name of the first that was found, or the one given. */
  private static @Nullable String read(
      String field,
      @Nullable String text,
      List<Mark> marks,
      List<Evidence> into,
      @Nullable String found) {
    String plain = text == null ? "" : folded(text);
    if (!mayHold(plain)) {
      return found;
    }
    String first = found;
    for (Mark mark : marks) {
      Matcher place = mark.words().matcher(plain);
      while (place.find()) {
        if (!DENIED
            .matcher(plain.substring(Math.max(0, place.start() - 40), place.start()))
            .find()) {
          into.add(new Evidence(field, place.start(), place.end(), mark.rule(), 1));
          first = first == null ? mark.rule() : first;
        }
      }
    }
    return first;
  }

  private static boolean mayHold(String plain) {
    for (String stem : STEMS) {
      if (plain.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /** Lower case without accents, character by character, so that places stay where they are. */
  private static String folded(String text) {
    char[] plain = text.toCharArray();
    for (int i = 0; i < plain.length; i++) {
      char c = plain[i];
      if (c >= 'A' && c <= 'Z') {
        plain[i] = (char) (c + 32);
      } else if (c == '\u2019') {
        plain[i] = '\'';
      } else if (c == '\u00a0' || c == '\u202f' || c == '\n') {
        plain[i] = ' ';
      } else if (c >= 0x00c0 && c <= 0x017f) {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        plain[i] = Character.toLowerCase(parts.charAt(0));
      }
    }
    return new String(plain);
  }
}
