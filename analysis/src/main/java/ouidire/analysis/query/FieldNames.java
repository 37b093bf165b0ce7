package ouidire.analysis.query;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of the language, with the names other tools and French give them. */
final class FieldNames {
  private static final Map<String, String> NAMES = new TreeMap<>();

  static {
    names("raw", "brut");
    names("title", "titre", "headline");
    names("text", "texte", "content");
    names("stem", "racine");
    names("author", "auteur", "from");
    names("author_class", "classe");
    names("list", "liste");
    names("at", "at_mentions", "to");
    names("tag", "hashtag", "hashtags");
    names("site", "domain", "domaine");
    names("url");
    names("links", "link", "lien", "liens");
    names("source");
    names("lang", "language", "langue");
    names("country", "pays", "sourcecountry");
    names("region");
    names("type");
    names("has");
    names("followers", "authorfollowers", "abonnes", "abonnés");
    names("likes", "jaime");
    names("comments", "commentaires");
    names("shares", "partages");
    names("engagement");
    names("reach", "portee", "portée");
    names("tone", "ton", "sentiment", "tonalite", "tonalité");
    names("story", "histoire");
    names("thread", "fil");
    names("after", "depuis", "since");
    names("before", "avant", "until");
    names("retweets_of");
  }

  private FieldNames() {}

  private static void names(String canonical, String... others) {
    NAMES.put(canonical, canonical);
    for (String other : others) {
      NAMES.put(other, canonical);
    }
  }

  /** The field's first name, or null when there is none of that name. */
  static @Nullable String canonical(String name) {
    return NAMES.get(name.toLowerCase(Locale.ROOT));
  }

  /** The field's name nearest to a mistyped one; null when none is near. */
  static @Nullable String nearest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = 3;
    if (lower.length() > 20) {
      return null;
    }
    for (String known : NAMES.keySet()) {
      int distance = distance(lower, known);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = known;
      }
    }
    return best;
  }

  /** Levenshtein distance of two short words. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
