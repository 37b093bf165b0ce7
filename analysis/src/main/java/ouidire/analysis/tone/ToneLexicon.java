package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.LexiconFile.Kind;

/** Polar words, idioms, facts, emoji, and the words that change them. Immutable. */
final class ToneLexicon {
  private static final int GAP = 2;

  /**
   * What a word or idiom is worth.
   *
   * @param strength polarity in [-3, 3], or a factor
   * @param rule its name in the evidence
   */
  record Entry(Kind kind, double strength, String rule) {
    boolean polar() {
      return kind.ordinal() <= Kind.EMOJI.ordinal();
    }
  }

  /** An idiom: its tokens after the first, null for a gap. */
  record Idiom(@Nullable String[] rest, Entry entry) {}

  /**
   * What a word says by itself.
   *
   * @param polar its polarity by its form, else by its form without accents
   * @param modifier what it does to its neighbours
   * @param idioms those that begin with it, longest first
   */
  record Meaning(@Nullable Entry polar, @Nullable Entry modifier, List<Idiom> idioms) {}

  private static final class Holder {
    static final ToneLexicon SHIPPED = new ToneLexicon(LexiconFile.lines());
  }

  private final Map<String, Entry> words = new HashMap<>();
  private final Map<String, Entry> plain = new HashMap<>();
  private final Map<String, Entry> modifiers = new HashMap<>();
  private final Map<String, List<Idiom>> idioms = new HashMap<>();

  private ToneLexicon(List<LexiconFile.Line> lines) {
    for (LexiconFile.Line line : lines) {
      Entry entry = new Entry(line.kind(), line.strength(), rule(line.kind()));
      switch (line.kind()) {
        case NEGATION,
            INTENSIFIER,
            DIMINISHER,
            CONTRAST,
            WISH,
            RUMOUR,
            SUGGESTION,
            IRONY,
            JOB,
            SPAM,
            PRESS,
            ABUSE,
            ASKING ->
            modifier(line.text(), entry);
        case IDIOM, FACT -> idiom(line.text(), entry);
        case EMOJI -> words.put(Emoji.bare(line.text()), entry);
        default -> {
          for (String form : LexiconFile.forms(line)) {
            words.putIfAbsent(form, entry);
            String bare = Spelling.withoutAccents(form);
            if (!bare.equals(form) || line.kind() == Kind.WORD) {
              plain.putIfAbsent(bare, entry);
            }
          }
        }
      }
    }
    for (List<Idiom> sharing : idioms.values()) {
      sharing.sort((a, b) -> Integer.compare(b.rest().length, a.rest().length));
    }
  }

  static ToneLexicon shipped() {
    return Holder.SHIPPED;
  }

  /** Single words, idioms and modifiers, inflected forms counted. */
  int size() {
    int count = words.size() + modifiers.size();
    for (List<Idiom> sharing : idioms.values()) {
      count += sharing.size();
    }
    return count;
  }

  /** All that a word says by itself. */
  Meaning meaning(Word word) {
    Entry polar = words.get(word.form);
    return new Meaning(
        polar != null ? polar : plain.get(word.plain),
        modifiers.get(word.plain),
        idioms.getOrDefault(word.plain, List.of()));
  }

  /**
   * The longest idiom that begins at a token.
   *
   * @return the end, after the last token, and the entry; null when none begins there
   */
  static @Nullable Found idiomAt(ToneTokens tokens, int token, Meaning first) {
    for (Idiom idiom : first.idioms) {
      int end = match(tokens, token + 1, idiom.rest(), 0);
      if (end > 0) {
        return new Found(end, idiom.entry());
      }
    }
    return null;
  }

  /** An idiom found. */
  record Found(int end, Entry entry) {}

  private static int match(ToneTokens tokens, int at, @Nullable String[] rest, int part) {
    if (part == rest.length) {
      return at;
    }
    String wanted = rest[part];
    if (wanted == null) {
      for (int gap = 0; gap <= GAP; gap++) {
        int end = match(tokens, at + gap, rest, part + 1);
        if (end > 0) {
          return end;
        }
        if (at + gap >= tokens.size || tokens.kind[at + gap] == ToneTokens.PUNCTUATION) {
          return -1;
        }
      }
      return -1;
    }
    if (at >= tokens.size
        || tokens.field[at] != tokens.field[at - 1]
        || !tokens.plain[at].equals(wanted)) {
      return -1;
    }
    return match(tokens, at + 1, rest, part + 1);
  }

  private void modifier(String text, Entry entry) {
    ToneTokens tokens = ToneTokens.of(null, text);
    if (tokens.size == 1) {
      modifiers.putIfAbsent(tokens.plain[0], entry);
    } else {
      idiom(text, entry);
    }
  }

  private void idiom(String text, Entry entry) {
    ToneTokens tokens = ToneTokens.of(null, text.replace("_", " ~ "));
    @Nullable String[] rest = new String[tokens.size - 1];
    for (int i = 1; i < tokens.size; i++) {
      rest[i - 1] = tokens.plain[i].equals("~") ? null : tokens.plain[i];
    }
    idioms.computeIfAbsent(tokens.plain[0], key -> new ArrayList<>()).add(new Idiom(rest, entry));
  }

  private static String rule(Kind kind) {
    return switch (kind) {
      case ADJ, NOUN, VERB, WORD -> "word";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
