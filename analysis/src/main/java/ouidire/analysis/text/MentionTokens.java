package ouidire.analysis.text;

import java.util.Arrays;

/**
 * The terms of one field of a mention, in reading order, with the place of each.
 *
 * <p>Reused from mention to mention by one thread: {@link #read} forgets what was there. Linear in
 * the text; allocates only when a text is longer than any before.
 *
 * <p>Several terms may share a position (a hashtag and its words, a word with and without its
 * elided article). The first of them is the most particular.
 */
public final class MentionTokens {
  /** Positions between one word's place and the next; see the package. */
  public static final int PLACE = 16;

  /** First of the positions in a place where emoji stand; parts of a hashtag stand before it. */
  public static final int EMOJI = 8;

  /** Where in a place the end of a sentence stands; emoji behind it come after. */
  static final int END = 12;

  /** The term that stands where a sentence ends. */
  public static final String SENTENCE_END = "\u0001";

  /** What comes before the term of an elided word: {@code 'l'oreal}. */
  public static final char ELIDED = '\'';

  /** Longest term, UTF-16 units; what is longer is cut there, in mentions and queries alike. */
  public static final int MAX_TERM = 256;

  int size;
  int place;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] positions = new int[64];
  private int[] termStarts = new int[64];
  private int[] termLengths = new int[64];
  private int[] hashes = new int[64];
  private TokenKind[] kinds = new TokenKind[64];
  private char[] chars = new char[512];
  private int length;

  private int[] links = new int[8];
  private int linkCount;
  private boolean question;

  private final TokenReader reader = new TokenReader(this);

  /** Reads a title or a text, in place of what was read before. */
  public MentionTokens read(String text) {
    size = 0;
    place = 0;
    length = 0;
    linkCount = 0;
    question = false;
    reader.read(text);
    return this;
  }

  /**
   * How many words stand between two positions, of which the second is the later: emoji and the
   * parts of one hashtag have none between them.
   */
  public static int wordsBetween(int before, int after) {
    int next = after / PLACE + (after % PLACE < EMOJI ? 0 : 1);
    return Math.max(0, next - before / PLACE - 1);
  }

  /** How many terms there are. */
  public int size() {
    return size;
  }

  /** How many words there are: the place of the last one, from 1. */
  public int places() {
    return place;
  }

  /** First UTF-16 offset in the field as it was given. */
  public int start(int token) {
    return starts[token];
  }

  /** Offset after the last. */
  public int end(int token) {
    return ends[token];
  }

  /** Rising; {@value #PLACE} times the word's place, and a little more for emoji and ends. */
  public int position(int token) {
    return positions[token];
  }

  public TokenKind kind(int token) {
    return kinds[token];
  }

  /** {@link String#hashCode()} of the term. */
  public int hash(int token) {
    return hashes[token];
  }

  public int termLength(int token) {
    return termLengths[token];
  }

  public char termChar(int token, int index) {
    return chars[termStarts[token] + index];
  }

  public String term(int token) {
    return new String(chars, termStarts[token], termLength(token));
  }

  public boolean termEquals(int token, String term) {
    int count = termLength(token);
    if (count != term.length()) {
      return false;
    }
    int from = termStarts[token];
    for (int i = 0; i < count; i++) {
      if (chars[from + i] != term.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Copies the term to the start of {@code target}, which must have room for {@link #MAX_TERM}. */
  public int copyTerm(int token, char[] target) {
    int count = termLength(token);
    System.arraycopy(chars, termStarts[token], target, 0, count);
    return count;
  }

  /** Addresses written in the field; they take no place. */
  public int linkCount() {
    return linkCount;
  }

  public int linkStart(int link) {
    return links[2 * link];
  }

  public int linkEnd(int link) {
    return links[2 * link + 1];
  }

  /** Whether a question mark stands outside addresses. */
  public boolean hasQuestion() {
    return question;
  }

  void question() {
    question = true;
  }

  void link(int start, int end) {
    if (2 * linkCount == links.length) {
      links = Arrays.copyOf(links, 2 * links.length);
    }
    links[2 * linkCount] = start;
    links[2 * linkCount + 1] = end;
    linkCount++;
  }

  /** Where the next term's characters begin. */
  int mark() {
    return length;
  }

  void append(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
    }
    chars[length++] = c;
  }

  char charAt(int mark) {
    return chars[mark];
  }

  /** Takes back what was appended since the mark. */
  void rewind(int mark) {
    length = mark;
  }

  /** Makes a term of the characters between two marks; nothing when there are none. */
  void add(TokenKind kind, int mark, int endMark, int start, int end, int position) {
    int count = Math.min(endMark - mark, MAX_TERM);
    if (count == 0) {
      return;
    }
    if (size == starts.length) {
      grow();
    }
    int hash = 0;
    for (int i = mark; i < mark + count; i++) {
      hash = 31 * hash + chars[i];
    }
    starts[size] = start;
    ends[size] = end;
    positions[size] = position;
    kinds[size] = kind;
    hashes[size] = hash;
    termStarts[size] = mark;
    termLengths[size] = count;
    size++;
  }

  private void grow() {
    int bigger = 2 * starts.length;
    starts = Arrays.copyOf(starts, bigger);
    ends = Arrays.copyOf(ends, bigger);
    positions = Arrays.copyOf(positions, bigger);
    hashes = Arrays.copyOf(hashes, bigger);
    kinds = Arrays.copyOf(kinds, bigger);
    termStarts = Arrays.copyOf(termStarts, bigger);
    termLengths = Arrays.copyOf(termLengths, bigger);
  }
}
