package ouidire.core.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Writes and checks the chain of {@link Entry entries}. */
public final class DecisionLog {
  private static final String START = "0".repeat(64);

  private DecisionLog() {}

  /** The log with one more line. */
  public static List<Entry> with(
      List<Entry> log, Instant at, Entry.Kind kind, String by, Map<String, String> details) {
    String before = log.isEmpty() ? START : log.getLast().hash();
    int number = log.size() + 1;
    List<Entry> longer = new ArrayList<>(log);
    longer.add(
        new Entry(number, at, kind, by, details, hash(before, number, at, kind, by, details)));
    return List.copyOf(longer);
  }

  /** Number of the first line that is not what was written; empty when all are. */
  public static OptionalInt firstBroken(List<Entry> log) {
    String before = START;
    int number = 1;
    for (Entry entry : log) {
      String hash = hash(before, number, entry.at(), entry.kind(), entry.by(), entry.details());
      if (entry.number() != number || !hash.equals(entry.hash())) {
        return OptionalInt.of(number);
      }
      before = hash;
      number++;
    }
    return OptionalInt.empty();
  }

  /** Each part is preceded by its length: no two lines are written alike. */
  private static String hash(
      String before,
      int number,
      Instant at,
      Entry.Kind kind,
      String by,
      Map<String, String> details) {
    StringBuilder line = new StringBuilder(before);
    part(line, Integer.toString(number));
    part(line, at.toString());
    part(line, kind.name());
    part(line, by);
    new TreeMap<>(details)
        .forEach(
            (key, value) -> {
              part(line, key);
              part(line, value);
            });
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(line.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void part(StringBuilder line, String part) {
    line.append('\n').append(part.length()).append(':').append(part);
  }
}
