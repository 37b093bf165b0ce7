package ouidire.core.link;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Receives W3C Webmentions (Recommendation of 12 January 2017): somebody says that a source links
 * to a target; it is believed once the source was read.
 */
public interface Webmentions {
  /** What became of one. */
  enum State {
    /** Its source is still to be read. */
    WAITING,
    /** The source links to the target: it is a mention now. */
    ACCEPTED,
    /** The source does not link to the target, or cannot be read. */
    REFUSED,
    /** The source, once accepted, is gone or has dropped the link: the backlink is lost. */
    LOST
  }

  /**
   * One webmention.
   *
   * @param id the same for the same source and target
   * @param at when it came to this state
   * @param reason why it is refused or lost; null otherwise
   */
  record Receipt(
      String id, String source, String target, State state, Instant at, @Nullable Wording reason) {}

  /** What came of handing one over. */
  sealed interface Answer {
    /** It will be verified. */
    record Taken(Receipt receipt) implements Answer {}

    /** It cannot be one: which of its two addresses, and what is wrong with it. */
    record Invalid(String field, Wording reason) implements Answer {}

    /** Too many wait, or none are taken here. */
    record Busy(Wording reason) implements Answer {}
  }

  /** Takes one; one that is known is verified again. Returns before its source is read. */
  Answer receive(String source, String target);

  Optional<Receipt> find(String id);
}
