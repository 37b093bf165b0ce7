package ouidire.analysis.tone;

import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.LexedTokenFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import ouidire.analysis.text.FormCache;

/**
 * CoreNLP's French lexer, alone, with offsets. Its annotators are left out: they cost ten times the
 * lexer and bring nothing to the words. What social text adds is mended afterwards: emoticons are
 * put together, handles with accents too, hashtags are split into words.
 */
final class ToneTokenizer {
  private static final LexedTokenFactory<CoreLabel> OFFSETS = ToneTokenizer::token;
  private static final Properties OPTIONS = options();
  private static final Set<String> EMOTICONS =
      Set.of(
          ":)", ":-)", ":))", ":)))", ":D", ":-D", ";)", ";-)", "=)", "(:", ":p", ":P", ":-p", ":3",
          "<3", "<33", "<333", ":*", ":-*", "^^", "^_^", "\\o/", "xD", "XD", ":(", ":-(", ":((",
          ":(((", "=(", ":'(", ":/", ":-/", ":|", ":-|", ":S", ":s", ">:(", "-_-", "--'", "-_-'",
          "</3", ":@", "x_x", "T_T", ":o", ":O", "o_O", "O_o", "o_o", ":')", ":'-)");
  private static final int LONGEST_EMOTICON = 4;
  private static final String CLOSING = ".,;:!?)]}»”\"'…";

  private ToneTokenizer() {}

  /** What stands between two spaces, cut into tokens with offsets from its start. */
  private static final FormCache<ToneTokens> CHUNKS = new FormCache<>(ToneTokenizer::lexed);

  /**
   * Adds the tokens of one field. The lexer sees what stands between two spaces alone: French has
   * no token across one, and most chunks were seen before.
   */
  static void read(String text, byte field, ToneTokens into) {
    int length = text.length();
    for (int start = 0; start < length; start++) {
      if (isSpace(text.charAt(start))) {
        continue;
      }
      int end = start + 1;
      while (end < length && !isSpace(text.charAt(end))) {
        end++;
      }
      int from = start;
      int link = linkEnd(text, start, end);
      if (link > start) {
        into.add(field, start, link, ToneTokens.LINK, "http", 0);
        from = link;
      }
      if (from < end) {
        into.addAll(CHUNKS.of(text.substring(from, end)), field, from);
      }
      start = end;
    }
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  /** The end of an address that begins a chunk, its closing punctuation left out; or -1. */
  private static int linkEnd(String text, int start, int end) {
    if (!text.startsWith("http://", start) && !text.startsWith("https://", start)) {
      return -1;
    }
    int last = end;
    while (last > start && CLOSING.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  private static ToneTokens lexed(String chunk) {
    ToneTokens tokens = ToneTokens.ofChunk(chunk);
    FrenchTokenizer<CoreLabel> lexer =
        new FrenchTokenizer<>(new StringReader(chunk), OFFSETS, OPTIONS, false, false);
    int reached = 0;
    while (lexer.hasNext()) {
      CoreLabel token = lexer.next();
      int start = Math.max(token.beginPosition(), reached);
      int end = Math.min(token.endPosition(), chunk.length());
      if (start < end) {
        reached = add(chunk, start, end, ToneTokens.TEXT, tokens);
      }
    }
    return tokens;
  }

  /** Tokens of the lexer alone, for measuring it. */
  static int count(String text) {
    FrenchTokenizer<CoreLabel> lexer =
        new FrenchTokenizer<>(new StringReader(text), OFFSETS, OPTIONS, false, false);
    int count = 0;
    while (lexer.hasNext()) {
      lexer.next();
      count++;
    }
    return count;
  }

  private static int add(String text, int start, int end, byte field, ToneTokens into) {
    char first = text.charAt(start);
    if (first == '@' || first == '#') {
      int last = nameEnd(text, start + 1);
      if (last > start + 1) {
        if (first == '@') {
          into.add(field, start, last, ToneTokens.HANDLE, "@", 0);
        } else {
          hashtag(text, start, last, field, into);
        }
        return Math.max(last, end);
      }
    }
    if (!Character.isLetterOrDigit(first) || (end - start <= 2 && first < 128)) {
      int face = emoticonEnd(text, start);
      if (face > 0) {
        into.add(field, start, face, ToneTokens.EMOJI, text.substring(start, face), 0);
        return Math.max(face, end);
      }
    }
    if (isLink(text, start, end)) {
      into.add(field, start, end, ToneTokens.LINK, "http", 0);
    } else if (Character.isLetter(first)
        || (first == '-' && end - start > 1 && Character.isLetter(text.charAt(start + 1)))) {
      word(text, start, end, field, false, into);
    } else if (Character.isDigit(first)
        || (end - start > 1
            && (first == '-' || first == '+')
            && Character.isDigit(text.charAt(start + 1)))) {
      into.add(field, start, end, ToneTokens.NUMBER, text.substring(start, end), 0);
    } else {
      String form = text.substring(start, end);
      boolean emoji = Emoji.is(text.codePointAt(start));
      into.add(
          field,
          start,
          end,
          emoji ? ToneTokens.EMOJI : ToneTokens.PUNCTUATION,
          emoji ? Emoji.bare(form) : Spelling.lowered(form),
          0);
    }
    return end;
  }

  private static void word(
      String text, int start, int end, byte field, boolean hashtag, ToneTokens into) {
    String surface = text.substring(start, end);
    String form = Spelling.lowered(surface);
    boolean stretched = Spelling.stretched(form);
    boolean capitals = false;
    boolean capitalised = Character.isUpperCase(surface.charAt(0));
    if (capitalised && surface.length() > 2) {
      capitals = true;
      for (int i = 1; i < surface.length() && capitals; i++) {
        capitals = !Character.isLowerCase(surface.charAt(i));
      }
    }
    into.add(
        field,
        start,
        end,
        ToneTokens.WORD,
        stretched ? Spelling.squeezed(form) : form,
        ToneTokens.flags(capitals, stretched, hashtag, capitalised));
  }

  /** {@code #ServiceNul} and {@code #servicenul} read as two words in the hashtag's place. */
  private static void hashtag(String text, int start, int end, byte field, ToneTokens into) {
    List<int[]> parts = Hashtags.split(text, start + 1, end);
    for (int[] part : parts) {
      int from = part[0] == start + 1 ? start : part[0];
      if (Character.isDigit(text.charAt(part[0]))) {
        into.add(field, from, part[1], ToneTokens.NUMBER, text.substring(part[0], part[1]), 0);
      } else {
        String form = Spelling.lowered(text.substring(part[0], part[1]));
        into.add(
            field,
            from,
            part[1],
            ToneTokens.WORD,
            form,
            ToneTokens.flags(false, false, true, false));
      }
    }
  }

  private static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  private static int emoticonEnd(String text, int start) {
    if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      char first = text.charAt(start);
      if (first == 'x' || first == 'X' || first == 'o' || first == 'O' || first == 'T') {
        return -1;
      }
    }
    for (int length = Math.min(LONGEST_EMOTICON, text.length() - start); length >= 2; length--) {
      int end = start + length;
      boolean cut = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      if (!cut && EMOTICONS.contains(text.substring(start, end))) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isLink(String text, int start, int end) {
    return text.startsWith("http", start)
            && (end - start == 4
                || text.startsWith(
                    "://", start + (end - start > 5 && text.charAt(start + 4) == 's' ? 5 : 4)))
        || text.startsWith("www.", start) && end - start > 4;
  }

  private static CoreLabel token(String text, int start, int length) {
    CoreLabel label = new CoreLabel(4);
    label.setWord(text);
    label.setBeginPosition(start);
    label.setEndPosition(start + length);
    return label;
  }

  private static Properties options() {
    Properties options = new Properties();
    options.setProperty("noSGML", "true");
    options.setProperty("untokenizable", "noneKeep");
    return options;
  }
}
