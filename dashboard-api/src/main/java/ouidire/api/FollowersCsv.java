package ouidire.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;

/**
 * Followers by day, as people keep them in a spreadsheet: columns {@code date,account,followers}
 * and, where an account has one name on several networks, {@code network}; parted by commas,
 * semicolons or tabs.
 */
record FollowersCsv(List<Point> points, List<Rejected> rejected) {
  private static final int MOST_REJECTED = 20;
  private static final int MAX_NAME = 100;
  private static final int MAX_NETWORK = 40;
  private static final int FIRST_YEAR = 2000;

  /**
   * One row.
   *
   * @param account in lower case, without {@code @}
   * @param network a source's kind; empty where none is given
   */
  record Point(LocalDate day, String account, String network, long followers) {}

  /** A row that cannot be used. */
  record Rejected(int line, Message reason) {}

  /**
   * @param last day that is taken
   */
  static FollowersCsv read(String text, LocalDate last) {
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    String header = lines.isEmpty() ? "" : lines.getFirst().toLowerCase(Locale.ROOT);
    String separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
    List<String> columns = cells(header, separator);
    int date = columns.indexOf("date");
    int account = columns.indexOf("account");
    int followers = columns.indexOf("followers");
    int network = columns.indexOf("network");
    if (date < 0 || account < 0 || followers < 0) {
      throw Problem.of(ProblemKind.INVALID_BODY, Message.of("body.followers")).exception();
    }
    List<Point> points = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i), separator);
      if (cells.stream().allMatch(String::isEmpty)) {
        continue;
      }
      try {
        points.add(
            new Point(
                day(cell(cells, date), last),
                name(cell(cells, account)),
                network(cell(cells, network)),
                count(cell(cells, followers))));
      } catch (DateTimeException e) {
        reject(rejected, i + 1, "followers.date");
      } catch (NumberFormatException e) {
        reject(rejected, i + 1, "followers.count");
      } catch (IllegalArgumentException e) {
        reject(rejected, i + 1, "followers." + e.getMessage());
      }
    }
    return new FollowersCsv(List.copyOf(points), List.copyOf(rejected));
  }

  private static void reject(List<Rejected> rejected, int line, String why) {
    if (rejected.size() < MOST_REJECTED) {
      rejected.add(new Rejected(line, Message.of(why)));
    }
  }

  private static String name(String cell) {
    String plain = (cell.startsWith("@") ? cell.substring(1) : cell).toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.length() > MAX_NAME || plain.indexOf('/') >= 0) {
      throw new IllegalArgumentException("account");
    }
    return plain;
  }

  private static String network(String cell) {
    String plain = cell.toLowerCase(Locale.ROOT);
    if (plain.length() > MAX_NETWORK || plain.indexOf('/') >= 0) {
      throw new IllegalArgumentException("network");
    }
    return plain;
  }

  /** No network that counts followers is older. */
  private static LocalDate day(String cell, LocalDate last) {
    LocalDate day = LocalDate.parse(cell);
    if (day.getYear() < FIRST_YEAR || day.isAfter(last)) {
      throw new DateTimeException("a day from " + FIRST_YEAR + " to " + last);
    }
    return day;
  }

  /** Digits, with spaces between groups as French spreadsheets write them. */
  private static long count(String cell) {
    String digits = cell.replaceAll("[\\s\u00a0\u202f]", "");
    if (!digits.matches("\\d{1,12}")) {
      throw new NumberFormatException(cell);
    }
    return Long.parseLong(digits);
  }

  private static String cell(List<String> cells, int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column);
  }

  private static List<String> cells(String line, String separator) {
    return Arrays.stream(line.split(separator, -1))
        .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
        .toList();
  }
}
