package ouidire.core.link;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.words.Wording;

/**
 * Reads visits from a CSV file as tools of web analytics export it: any usual encoding and
 * separator, headers in French or English, in any order.
 */
public interface VisitFiles {
  /**
   * What a file holds.
   *
   * @param visits rows of the same day, page and referrer are added up
   * @param rows read, refused ones included
   * @param refused at most {@link #MOST_REFUSED}, the first
   * @param refusedRows all of them
   * @param columns which header was taken for {@code date, page, referrer, visits}
   * @param notes what was decided that people may want otherwise
   */
  record Contents(
      List<Visit> visits,
      long rows,
      List<Refused> refused,
      long refusedRows,
      Map<String, String> columns,
      List<Wording> notes) {
    public Contents {
      visits = List.copyOf(visits);
      refused = List.copyOf(refused);
      columns = Map.copyOf(columns);
      notes = List.copyOf(notes);
    }
  }

  /** Most refused rows that are told one by one. */
  int MOST_REFUSED = 20;

  /** Most rows of one file. */
  int MOST_ROWS = 500_000;

  /**
   * A row that is left out.
   *
   * @param line from 1
   * @param column the header as the file writes it; null for the row as a whole
   */
  record Refused(long line, @Nullable String column, Wording reason) {}

  /** A file that cannot be read at all: why, and what to do. */
  final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Wording words;

    public UnreadableException(Wording words) {
      super(words.english());
      this.words = words;
    }

    public Wording words() {
      return words;
    }
  }

  /**
   * @param sites a page without a host is on the first of these
   * @param zone of days
   */
  Contents read(InputStream file, List<Site> sites, ZoneId zone) throws UnreadableException;
}
