package ouidire.analysis.story;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.Address;
import ouidire.analysis.text.MentionFacts;
import ouidire.analysis.text.MentionTokens;
import ouidire.analysis.text.TokenKind;
import ouidire.core.mention.Mention;

/**
 * Reads a mention into the numbers that grouping needs. One reader a thread; linear in the text, of
 * which the first {@value #MAX_WORDS} words count.
 */
public final class StoryReader {
  static final int MAX_WORDS = 400;
  private static final int MAX_TERMS = 48;

  /** Three words in a row begin at each word; the least of so many neighbours is kept. */
  private static final int WINNOW = 4;

  private static final int WINNOW_FAR = 16;
  private static final int FAR = 160;

  /** Characters within which a dateline ends. */
  private static final int LONGEST_DATELINE = 60;

  /** Words that editors and relays put before or after a text and that say nothing of it. */
  private static final Set<String> DRESSING =
      Set.of(
          "urgent",
          "alerte",
          "flash",
          "exclusif",
          "breaking",
          "rt",
          "via",
          "suivra",
          "maj",
          "afp",
          "pc",
          "video",
          "direct");

  private static final int[] DRESSING_HASHES =
      DRESSING.stream().mapToInt(String::hashCode).sorted().toArray();

  private final FrenchWords french = FrenchWords.shipped();
  private final MentionTokens tokens = new MentionTokens();
  private final int[] words = new int[MAX_WORDS];
  private int wordCount;

  /** Stems of the names among {@link #words}, 0 where a word is none. */
  private final int[] nameAt = new int[MAX_WORDS];

  private final long[] terms = new long[4 * MAX_TERMS];
  private int termCount;

  /** What grouping needs of a mention. */
  public StorySketch read(Mention mention) {
    wordCount = 0;
    termCount = 0;
    String title = mention.title();
    if (title != null) {
      field(title);
    }
    field(mention.text());
    for (String tag : mention.hashtags()) {
      term(Hashes.mix(MentionFacts.tagTerm(tag).hashCode() ^ 0x7A6), TermKind.TAG);
    }
    for (String link : mention.links()) {
      link(link);
    }
    link(mention.url());
    long[] sorted = terms();
    int[] hashes = new int[sorted.length];
    byte[] kinds = new byte[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      hashes[i] = (int) (sorted[i] >> 8);
      kinds[i] = (byte) (sorted[i] & 0xFF);
    }
    return new StorySketch(
        mention.id(),
        mention.parent() != null ? mention.parent() : mention.thread(),
        mention.type(),
        mention.publishedAt().getEpochSecond(),
        wordCount,
        pairs(),
        prints(),
        names(),
        slots(),
        hashes,
        kinds);
  }

  private void field(String text) {
    tokens.read(text);
    boolean shouted = isShouted(text);
    boolean begins = true;
    int last = -1;
    int dateline = dateline(text);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.start(i) < dateline) {
        continue;
      }
      TokenKind kind = tokens.kind(i);
      int position = tokens.position(i);
      if (kind == TokenKind.SENTENCE_END) {
        begins = true;
      } else if (kind == TokenKind.TAG) {
        term(Hashes.mix(hashFrom(i, 1) ^ 0x7A6), TermKind.TAG);
        last = position;
      } else if (kind == TokenKind.HANDLE) {
        term(Hashes.mix(hashFrom(i, 1)), TermKind.NAME);
        last = position;
      } else if (kind == TokenKind.WORD) {
        // Parts of a hashtag and a word without its possessive stand where another stood.
        boolean again = last >= 0 && position / MentionTokens.PLACE == last / MentionTokens.PLACE;
        word(text, i, begins, shouted, again);
        last = position;
        begins = false;
      }
    }
    for (int i = 0; i < tokens.linkCount(); i++) {
      link(text.substring(tokens.linkStart(i), tokens.linkEnd(i)));
    }
  }

  private void word(String text, int i, boolean begins, boolean shouted, boolean again) {
    int hash = tokens.hash(i);
    boolean dressing = Arrays.binarySearch(DRESSING_HASHES, hash) >= 0;
    boolean counts = !again && !dressing && wordCount < MAX_WORDS;
    if (counts) {
      nameAt[wordCount] = 0;
      words[wordCount++] = hash;
    }
    if (dressing || french.isEmpty(hash) || tokens.termLength(i) < 2) {
      return;
    }
    char first = text.charAt(tokens.start(i));
    boolean digit = first >= '0' && first <= '9';
    if (digit) {
      term(Hashes.mix(hash), TermKind.NUMBER);
      return;
    }
    boolean capital = Character.isUpperCase(first) && !shouted && !again;
    boolean town = french.isTown(hash);
    boolean inside = capital && !begins;
    boolean placed = inside && follows(text, i);
    int stem = FrenchWords.stem(tokens, i);
    if (placed || (town && (capital || shouted))) {
      term(stem, TermKind.PLACE);
      if (counts) {
        nameAt[wordCount - 1] = stem;
      }
    } else if (inside || (capital && !french.isCommon(hash))) {
      term(stem, TermKind.NAME);
      if (counts) {
        nameAt[wordCount - 1] = stem;
      }
    } else {
      term(stem, TermKind.WORD);
    }
  }

  /** Whether {@code à} stands before: what follows is a place more often than not. */
  private static boolean precededByAt(String text, int start) {
    return start >= 2
        && text.charAt(start - 1) == ' '
        && (text.charAt(start - 2) == 'à' || text.charAt(start - 2) == 'À')
        && (start == 2 || !Character.isLetter(text.charAt(start - 3)));
  }

  private boolean follows(String text, int token) {
    return precededByAt(text, tokens.start(token));
  }

  private int hashFrom(int token, int from) {
    int hash = 0;
    for (int i = from; i < tokens.termLength(token); i++) {
      hash = 31 * hash + tokens.termChar(token, i);
    }
    return hash;
  }

  private void link(@Nullable String written) {
    Address address = written == null ? null : Address.parse(written);
    // A whole site is no subject.
    if (address != null && address.path().length() > 1) {
      term(Hashes.mix((int) Hashes.wide(address.key())), TermKind.LINK);
    }
  }

  /**
   * Where the text begins behind a dateline such as {@code MONTRÉAL (Agence) —}: 0 when it has
   * none.
   */
  private static int dateline(String text) {
    int upper = 0;
    int letters = 0;
    int end = Math.min(text.length() - 1, LONGEST_DATELINE);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
      boolean dash = (c == '—' || c == '–' || c == '-') && text.charAt(i + 1) == ' ';
      boolean named = text.charAt(0) == '(' && i > 0 && text.charAt(i - 1) != ' ';
      if (dash && i > 0 && text.charAt(i - 1) == ' ' && (2 * upper > letters || opens(text, i))) {
        return i + 1;
      }
      if (named && c == ')') {
        return i + 1;
      }
      if (c == '.' || c == '!' || c == '?' || c == '\n') {
        return 0;
      }
    }
    return 0;
  }

  /** Whether a bracket with a name stands before the dash. */
  private static boolean opens(String text, int dash) {
    int close = text.lastIndexOf(')', dash);
    return close >= 0 && dash - close <= 2 && text.indexOf('(') < close;
  }

  private int[] names() {
    int[] names = new int[wordCount];
    int count = 0;
    for (int i = 0; i < wordCount; i++) {
      if (nameAt[i] != 0) {
        names[count++] = nameAt[i];
      }
    }
    return StorySketch.sortedOnce(names, count);
  }

  /** Each name with the two words before it, and with the two behind it. */
  private long[] slots() {
    long[] slots = new long[2 * wordCount];
    int count = 0;
    for (int i = 0; i < wordCount; i++) {
      if (nameAt[i] == 0) {
        continue;
      }
      if (i >= 2) {
        slots[count++] = slot(Hashes.pair(words[i - 2], words[i - 1]), nameAt[i]);
      }
      if (i + 2 < wordCount) {
        slots[count++] = slot(Hashes.pair(words[i + 2], words[i + 1]), nameAt[i]);
      }
    }
    long[] kept = Arrays.copyOf(slots, count);
    Arrays.sort(kept);
    return kept;
  }

  private static long slot(int around, int name) {
    return ((long) around << 32) | (name & 0xFFFFFFFFL);
  }

  private void term(int hash, TermKind kind) {
    if (termCount < terms.length) {
      terms[termCount++] = ((long) hash << 8) | kind.ordinal();
    }
  }

  /** Sorted by hash, each once, by the weightiest kind that it was seen as. */
  private long[] terms() {
    Arrays.sort(terms, 0, termCount);
    int kept = 0;
    for (int i = 0; i < termCount; i++) {
      if (kept > 0 && terms[kept - 1] >> 8 == terms[i] >> 8) {
        terms[kept - 1] = terms[i];
      } else {
        terms[kept++] = terms[i];
      }
    }
    return Arrays.copyOf(terms, Math.min(kept, MAX_TERMS));
  }

  private int[] pairs() {
    int count = Math.max(0, wordCount - 1);
    int[] pairs = new int[count];
    for (int i = 0; i < count; i++) {
      pairs[i] = Hashes.pair(words[i], words[i + 1]);
    }
    return StorySketch.sortedOnce(pairs, count);
  }

  /**
   * Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
   * fingerprinting", 2003): of each few neighbours the least, so that what two texts share is found
   * wherever it stands in them.
   */
  private int[] prints() {
    int count = wordCount - 2;
    if (count < 1) {
      return new int[0];
    }
    int[] kept = new int[count];
    int size = 0;
    int lastKept = -1;
    for (int i = 0; i < count; ) {
      int window = i < FAR ? WINNOW : WINNOW_FAR;
      int best = -1;
      int least = 0;
      for (int k = i; k < Math.min(count, i + window); k++) {
        int hash = Hashes.triple(words[k], words[k + 1], words[k + 2]);
        if (best < 0 || Integer.compareUnsigned(hash, least) <= 0) {
          best = k;
          least = hash;
        }
      }
      if (best != lastKept) {
        kept[size++] = least;
        lastKept = best;
      }
      i++;
      if (i + window > count && size > 0) {
        break;
      }
    }
    return StorySketch.sortedOnce(kept, size);
  }

  private static boolean isShouted(String text) {
    int upper = 0;
    int letters = 0;
    for (int i = 0; i < Math.min(text.length(), 200); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
    }
    return letters > 8 && upper > 0.6 * letters;
  }
}
