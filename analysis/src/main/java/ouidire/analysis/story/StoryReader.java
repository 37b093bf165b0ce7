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
  private final WordRow row = new WordRow();
  private final long[] terms = new long[4 * MAX_TERMS];
  private int termCount;

  /** What grouping needs of a mention. */
  public StorySketch read(Mention mention) {
    row.clear();
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
        row.size(),
        row.pairs(),
        row.prints(),
        row.names(),
        row.slots(),
        hashes,
        kinds);
  }

  private void field(String text) {
    tokens.read(text);
    boolean shouted = Typography.isShouted(text);
    boolean begins = true;
    int last = -1;
    int dateline = Typography.dateline(text);
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
    boolean counts = !again && !dressing && !row.isFull();
    if (counts) {
      row.add(hash);
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
        row.name(stem);
      }
    } else if (inside || (capital && !french.isCommon(hash))) {
      term(stem, TermKind.NAME);
      if (counts) {
        row.name(stem);
      }
    } else {
      term(stem, TermKind.WORD);
    }
  }

  private boolean follows(String text, int token) {
    return Typography.precededByAt(text, tokens.start(token));
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
}
