package ouidire.analysis.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.story.Rumour;
import ouidire.core.story.RumourReport;
import ouidire.core.story.RumourReport.Moment;
import ouidire.core.story.RumourReport.Pace;

/** A rumour and its correction, each gathered mention by mention, oldest first. */
final class RumourFile {
  /** Longest window on either side of the correction. */
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private static final double HOUR = 3_600;

  /** One mention as the comparison needs it. */
  private record Said(Instant at, String tone, long newReach) {}

  /** What one of the two gathered. */
  private static final class Side {
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Long> followers = new HashMap<>();
    private final Set<String> authors = new HashSet<>();
    private long nameless;
    private long engagement;

    void add(AnalysedMention seen) {
      String author = seen.mention().author().key();
      Long known = seen.mention().author().followers();
      long added = 0;
      if (author != null) {
        authors.add(author);
      }
      if (known != null && author == null) {
        nameless += known;
        added = known;
      } else if (known != null && author != null) {
        Long before = followers.get(author);
        long most = before == null ? known : Math.max(before, known);
        added = before == null ? known : most - before;
        followers.put(author, most);
      }
      engagement += seen.mention().engagement().total();
      said.add(
          new Said(
              seen.mention().publishedAt(),
              seen.tone().label().name().toLowerCase(Locale.ROOT),
              added));
    }

    RumourReport.Side told(@Nullable String query) {
      long reach = nameless;
      for (long each : followers.values()) {
        reach += each;
      }
      return new RumourReport.Side(
          query, said.size(), authors.size(), reach, followers.size(), engagement);
    }

    /** How many in [from, to). */
    long between(Instant from, Instant to) {
      return said.stream().filter(s -> !s.at().isBefore(from) && s.at().isBefore(to)).count();
    }
  }

  private final Rumour rumour;
  private final Side rumoured = new Side();
  private final Side corrected = new Side();

  RumourFile(Rumour rumour) {
    this.rumour = rumour;
  }

  void addRumour(AnalysedMention seen) {
    rumoured.add(seen);
  }

  void addCorrection(AnalysedMention seen) {
    corrected.add(seen);
  }

  Optional<RumourReport> report(String rumourQuery, @Nullable String correctionQuery, Instant now) {
    if (rumoured.said.isEmpty() && corrected.said.isEmpty()) {
      return Optional.empty();
    }
    Instant moment = moment(now);
    Map<String, Long> before = new HashMap<>();
    Map<String, Long> after = new HashMap<>();
    for (Said each : rumoured.said) {
      boolean earlier = moment == null || each.at().isBefore(moment);
      (earlier ? before : after).merge(each.tone(), 1L, Long::sum);
    }
    return Optional.of(
        new RumourReport(
            rumour.story(),
            now,
            moment,
            rumoured.told(rumourQuery),
            corrected.told(correctionQuery),
            before,
            after,
            moment == null ? null : pace(moment, now),
            overtaken(),
            timeline()));
  }

  private @Nullable Instant moment(Instant now) {
    Rumour.OurVersion ours = rumour.ours();
    Instant said = ours == null ? null : ours.at();
    if (said != null) {
      return said.isAfter(now) ? null : said;
    }
    return corrected.said.isEmpty() ? null : corrected.said.getFirst().at();
  }

  /** Equal windows on both sides, so that a long quiet past does not flatter the correction. */
  private @Nullable Pace pace(Instant moment, Instant now) {
    if (rumoured.said.isEmpty()) {
      return null;
    }
    long past = Duration.between(rumoured.said.getFirst().at(), moment).toSeconds();
    long since = Duration.between(moment, now).toSeconds();
    long window = Math.min(DAY, Math.min(past, since));
    if (window < 60) {
      return null;
    }
    double hours = window / HOUR;
    return new Pace(
        window,
        rumoured.between(moment.minusSeconds(window), moment) / hours,
        rumoured.between(moment, moment.plusSeconds(window)) / hours);
  }

  /** The first time that the reach of the correction, above nothing, is not below the rumour's. */
  private @Nullable Instant overtaken() {
    long ours = 0;
    long theirs = 0;
    int next = 0;
    for (Said each : corrected.said) {
      while (next < rumoured.said.size() && !rumoured.said.get(next).at().isAfter(each.at())) {
        theirs += rumoured.said.get(next++).newReach();
      }
      ours += each.newReach();
      if (ours > 0 && ours >= theirs) {
        return each.at();
      }
    }
    return null;
  }

  private List<Moment> timeline() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Side side : List.of(rumoured, corrected)) {
      for (Said each : side.said) {
        first = Math.min(first, each.at().getEpochSecond());
        last = Math.max(last, each.at().getEpochSecond());
      }
    }
    long size = TimeScale.size(last - first);
    long start = Math.floorDiv(first, size) * size;
    int count = (int) Math.min(10 * TimeScale.MOST, (last - start) / size + 1);
    long[][] sums = new long[4][count];
    for (int side = 0; side < 2; side++) {
      for (Said each : (side == 0 ? rumoured : corrected).said) {
        int bucket = (int) Math.min(count - 1, (each.at().getEpochSecond() - start) / size);
        sums[2 * side][bucket]++;
        sums[2 * side + 1][bucket] += each.newReach();
      }
    }
    List<Moment> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Instant at = Instant.ofEpochSecond(start + i * size);
      moments.add(new Moment(at, sums[0][i], sums[1][i], sums[2][i], sums[3][i]));
    }
    return moments;
  }
}
