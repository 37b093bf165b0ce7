package ouidire.api.metric;

import java.util.Optional;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;

/** What a number counts. A dispatch taken up by forty newspapers is 40, 1, 1 or 40 of them. */
public enum CountUnit {
  /** Each mention, copies as well. */
  MENTIONS,
  /** Groups of mentions with one text. */
  TEXTS,
  /** Events, however often and in whatever words they are told. */
  STORIES,
  /** Distinct places that mentions were collected from. */
  SOURCES,
  /** Distinct people and organisations that said something. */
  AUTHORS;

  /** What distinct values of are counted; empty for mentions. */
  public Optional<Dimension> dimension() {
    return Optional.ofNullable(
        switch (this) {
          case MENTIONS -> null;
          case TEXTS -> Dimension.COPIES;
          case STORIES -> Dimension.STORY;
          case SOURCES -> Dimension.SOURCE;
          case AUTHORS -> Dimension.AUTHOR;
        });
  }

  /** How many there are under a filter. */
  public long count(MentionHistory history, MentionFilter filter) {
    return dimension()
        .map(dimension -> history.countDistinct(filter, dimension))
        .orElseGet(() -> history.count(filter));
  }
}
