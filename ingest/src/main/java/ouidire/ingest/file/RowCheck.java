package ouidire.ingest.file;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionRules;
import ouidire.core.words.Wording;

/** Makes a mention of a row that holds to the rules, or says why it cannot be one. */
final class RowCheck {
  private static final Logger LOG = LoggerFactory.getLogger(RowCheck.class);
  private static final int REASON_LENGTH = 400;

  private RowCheck() {}

  /**
   * @param now after which nothing can have been published
   * @throws InvalidMentionException when it breaks a rule, or reading it fails
   */
  static Mention mention(RowReader reader, Row row, Instant now) {
    try {
      Mention mention = reader.read(row);
      Optional<InvalidMentionException> broken = MentionRules.violation(mention, now);
      if (broken.isPresent()) {
        throw broken.get();
      }
      return mention;
    } catch (InvalidMentionException e) {
      throw e;
    } catch (RuntimeException e) {
      // One row that finds a mistake of ours must not stop the rest; its row is kept with the name.
      LOG.warn("row at line {} failed: {}", row.line, e.getClass().getName());
      throw new InvalidMentionException(
          "",
          "n’a pas pu être lue (" + e.getClass().getName() + ")",
          "could not be read (" + e.getClass().getName() + ")");
    }
  }

  /** Why a row is refused, in the reader's language, no longer than a cell should be. */
  static String reason(InvalidMentionException e, Locale reader) {
    String plain = e.textAbout(new Wording("la ligne", "the row")).in(reader);
    return plain.length() <= REASON_LENGTH ? plain : plain.substring(0, REASON_LENGTH);
  }
}
