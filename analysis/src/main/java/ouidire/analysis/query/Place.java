package ouidire.analysis.query;

import java.util.List;

/**
 * Something that stands somewhere in a title or a text: it has a beginning and an end, so that what
 * is near it can be asked.
 */
public sealed interface Place {
  /**
   * One term as {@link ouidire.analysis.text.MentionTokens} reads it.
   *
   * @param term {@code nordika, 'l'oreal, @nom, #tag}, an emoji
   * @param written as in the query
   */
  record Term(String term, String written) implements Place {}

  /**
   * Terms of a pattern: {@code *} is any run of characters, {@code ?} exactly one.
   *
   * @param pattern folded
   * @param written as in the query
   */
  record Glob(String pattern, String written) implements Place {}

  /**
   * Words of one French stem, see {@link Stems}.
   *
   * @param stem of the folded word
   * @param written the word
   */
  record Stem(String stem, String written) implements Place {}

  /**
   * Exactly these characters, bounded by word edges.
   *
   * @param text in NFC, with plain spaces
   * @param terms the terms it is made of, for finding candidates
   */
  record Raw(String text, List<String> terms) implements Place {
    public Raw {
      terms = List.copyOf(terms);
    }
  }

  /**
   * Terms and patterns one after the other, with no word between.
   *
   * @param written what stood between the quotation marks, or a compound word as it was written
   * @param quoted whether there were quotation marks
   */
  record Phrase(List<Place> parts, String written, boolean quoted) implements Place {
    public Phrase {
      parts = List.copyOf(parts);
    }
  }

  /** Terms in any order with at most so many other words between the first and the last. */
  record Within(List<Place> parts, int words, String written) implements Place {
    public Within {
      parts = List.copyOf(parts);
    }
  }

  /** Two places apart from each other with at most so many words between. */
  record Near(Place left, Place right, int words, boolean ordered) implements Place {}

  /** Two places apart from each other in one sentence. */
  record SameSentence(Place left, Place right) implements Place {}

  /** Any of them. */
  record Either(List<Place> options) implements Place {
    public Either {
      options = List.copyOf(options);
    }
  }
}
