package ouidire.analysis.query;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** Translates the words, operators and fields of another tool's query, one at a time. */
final class ForeignWords {
  private final Tool tool;
  private final List<Message> lost;
  private final List<Message> notes;

  ForeignWords(Tool tool, List<Message> lost, List<Message> notes) {
    this.tool = tool;
    this.lost = lost;
    this.notes = notes;
  }

  /** Appends what a token becomes. */
  void translate(ForeignToken token, List<ForeignToken> ours) {
    String text = token.text();
    if (token.isOpen() && text.length() == 1 || token.isClose() || text.equals("-")) {
      ours.add(token);
      return;
    }
    String word = word(text);
    ours.add(new ForeignToken(word == null ? ForeignToken.LOST : word, token.spaced()));
  }

  /** The word in our language; null when it is lost. */
  private @Nullable String word(String text) {
    if (tool == Tool.MELTWATER && (text.equals("NEAR") || text.equals("ONEAR"))) {
      note(text + " → " + text + "/4 : au plus 4 mots entre", text + " → " + text + "/4");
      return text + "/4";
    }
    if (tool == Tool.TALKWALKER && text.startsWith("++")) {
      note(text + " → raw:", text + " → raw:");
      return "raw:" + text.substring(2);
    }
    if (tool == Tool.X && text.startsWith("$") && text.length() > 1) {
      note(
          text + " → " + text.substring(1) + " : le signe $ n'est pas cherché",
          text + " → " + text.substring(1) + ": the $ sign is not searched");
      return text.substring(1);
    }
    int colon = text.indexOf(':');
    int quote = text.indexOf('"');
    boolean field = colon > 0 && (quote < 0 || colon < quote) && isName(text.substring(0, colon));
    return field ? field(text, colon) : plain(text);
  }

  /** A word or a phrase: boosts and fuzziness are taken off. */
  private String plain(String text) {
    int boost = text.indexOf('^');
    if (boost > 0) {
      note(
          text + " : la pondération ^ est retirée, elle ne change que l'extrait montré",
          text + ": the boost ^ is taken off, it only chooses the sentence shown");
      return text.substring(0, boost);
    }
    int tilde = text.lastIndexOf('~');
    boolean phrase = text.startsWith("\"") || text.startsWith("“");
    if (tilde > 0 && (!phrase || tilde == text.length() - 1)) {
      lose(
          text + " : la recherche approchée ~ n'existe pas ici; le mot exact est gardé",
          text + ": there is no fuzzy search ~ here; the exact word is kept");
      return text.substring(0, tilde);
    }
    return text;
  }

  private @Nullable String field(String text, int colon) {
    String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = text.substring(colon + 1);
    String bare = unquoted(value).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "http", "https" -> carried(text, "links:\"" + text + "\"");
      case "from",
          "author",
          "raw",
          "site",
          "links",
          "title",
          "retweets_of",
          "since",
          "until",
          "likes",
          "comments",
          "shares",
          "followers",
          "lang",
          "text",
          "type",
          "after",
          "before" ->
          name + ":" + value;
      case "at_mentions", "to" -> carried(text, "at:" + value);
      case "hashtags", "hashtag" -> carried(text, "#" + unquoted(value));
      case "language" -> carried(text, "lang:" + value);
      case "url" -> tool == Tool.X ? carried(text, "links:" + value) : "url:" + value;
      case "domain_url", "host_url", "domain" -> carried(text, "site:" + value);
      case "headline", "ingress", "url_title" -> carried(text, "title:" + value);
      case "conversation_id" -> carried(text, "thread:" + value);
      case "country", "sourcecountry", "place_country" -> country(text, bare);
      case "sentiment", "tone" -> carried(text, "tone:" + value);
      case "engagement", "reach" -> name + ":" + value;
      case "authorfollowers", "twitterfollowers", "followers_count" ->
          carried(text, "followers:" + atLeast(value));
      case "min_faves" -> carried(text, "likes:>=" + value);
      case "min_retweets" -> carried(text, "shares:>=" + value);
      case "min_replies" -> carried(text, "comments:>=" + value);
      case "engagementtype", "is" -> kind(text, bare);
      case "has", "filter" -> trait(text, bare);
      default ->
          lose(
              text + " : le champ " + name + ": n'existe pas ici",
              text + ": there is no field " + name + ": here");
    };
  }

  private @Nullable String kind(String text, String value) {
    return switch (value) {
      case "retweet", "repost", "share", "retweets" -> carried(text, "type:repost");
      case "reply", "comment", "replies" -> carried(text, "type:comment");
      case "video" -> carried(text, "type:video");
      default ->
          lose(
              text + " : nous ne savons pas si une mention est « " + value + " »",
              text + ": we do not know whether a mention is \"" + value + "\"");
    };
  }

  private @Nullable String trait(String text, String value) {
    return switch (value) {
      case "link", "links" -> carried(text, "has:link");
      case "image", "images", "media" -> carried(text, "has:image");
      case "question", "questions" -> carried(text, "has:question");
      case "retweets", "replies" -> kind(text, value);
      case "video", "videos", "video_link" -> carried(text, "type:video");
      default ->
          lose(text + " : ce trait n'est pas connu ici", text + ": this trait is not known here");
    };
  }

  private @Nullable String country(String text, String code) {
    if (code.length() == 2) {
      return "country:" + code;
    }
    for (String two : Locale.getISOCountries()) {
      try {
        if (Locale.of("", two).getISO3Country().equalsIgnoreCase(code)) {
          return carried(text, "country:" + two);
        }
      } catch (MissingResourceException e) {
        // A country without a code of three letters is not the one looked for.
        continue;
      }
    }
    return lose(
        text + " : écrivez le pays en deux lettres, par exemple country:CA",
        text + ": write the country in two letters, for example country:CA");
  }

  private static String atLeast(String value) {
    boolean number = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
    return number ? ">=" + value : value;
  }

  private String carried(String text, String ours) {
    note(text + " → " + ours, text + " → " + ours);
    return ours;
  }

  private @Nullable String lose(String fr, String en) {
    lost.add(new Message(fr, en));
    return null;
  }

  private void note(String fr, String en) {
    notes.add(new Message(fr, en));
  }

  private static boolean isName(String name) {
    return name.chars().allMatch(c -> Character.isLetter(c) || c == '_');
  }

  private static String unquoted(String value) {
    return value.replace("\"", "").replace("“", "").replace("”", "");
  }
}
