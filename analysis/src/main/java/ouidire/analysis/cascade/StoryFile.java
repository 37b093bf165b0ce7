package ouidire.analysis.cascade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.ToneLabel;
import ouidire.core.story.RelayOrigin;
import ouidire.core.story.StoryReport;
import ouidire.core.story.StoryReport.Amplifier;
import ouidire.core.story.StoryReport.Forecast;
import ouidire.core.story.StoryReport.Moment;
import ouidire.core.story.StoryReport.SourcePart;

/** Everything there is to tell of one story, gathered mention by mention, oldest first. */
final class StoryFile {
  private static final int SHOWN_SOURCES = 20;
  private static final int SHOWN_AMPLIFIERS = 15;
  private static final int SHOWN_VOICES = 3;
  private static final int PAST_FORECASTS = 12;

  /** Mentions and seconds below which the future is anybody's guess. */
  static final int ENOUGH = 30;

  private static final long OLD_ENOUGH = 300;

  private final String id;
  private final Propagation spread = new Propagation();
  private final Wordings wordings = new Wordings();
  private final Coordination coordination = new Coordination();
  private final Map<String, Long> tones = new HashMap<>();
  private final List<AnalysedMention> against = new ArrayList<>();
  private final List<AnalysedMention> inFavour = new ArrayList<>();
  private @Nullable AnalysedMention first;

  StoryFile(String id) {
    this.id = id;
  }

  void add(AnalysedMention seen) {
    if (spread.has(seen.id())) {
      return;
    }
    if (first == null || seen.id().equals(id)) {
      first = seen;
    }
    spread.add(seen);
    wordings.add(seen);
    coordination.add(seen);
    ToneLabel tone = seen.tone().label();
    tones.merge(tone.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    if (tone == ToneLabel.NEGATIVE) {
      keep(against, seen);
    } else if (tone == ToneLabel.POSITIVE) {
      keep(inFavour, seen);
    }
  }

  private static void keep(List<AnalysedMention> voices, AnalysedMention seen) {
    voices.add(seen);
    voices.sort(Comparator.comparingLong(StoryFile::met).reversed());
    if (voices.size() > SHOWN_VOICES) {
      voices.removeLast();
    }
  }

  /** About how many people met it. */
  private static long met(AnalysedMention seen) {
    Long followers = seen.mention().author().followers();
    return (followers == null ? 0 : followers) + 100 * seen.mention().engagement().total();
  }

  Optional<StoryReport> report(Instant now, CascadeForecaster forecaster, Calibration calibration) {
    AnalysedMention begun = first;
    if (begun == null) {
      return Optional.empty();
    }
    long second = Math.max(now.getEpochSecond(), spread.lastSecond());
    List<Forecast> past = pastForecasts(second, forecaster).stream().map(calibration::on).toList();
    return Optional.of(
        new StoryReport(
            id,
            begun,
            now,
            spread.size(),
            spread.speed(second),
            spread.milestones(),
            spread.shape(),
            tones,
            timeline(second),
            sources(),
            amplifiers(),
            wordings.variants(),
            isEarly(second) ? null : calibration.on(forecast(second, forecaster)),
            past,
            coordination.signals(),
            against,
            inFavour));
  }

  /** What would have been forecast at these ages, where it was large enough and still grew. */
  List<PastForecast> forecastsAt(long[] ages, CascadeForecaster forecaster) {
    List<PastForecast> told = new ArrayList<>();
    for (long age : ages) {
      long second = spread.firstSecond() + age;
      boolean growing = spread.countAt(second) > spread.countAt(second - Math.min(age / 2, 3_600));
      if (spread.countAt(second) >= ENOUGH && growing) {
        told.add(new PastForecast(id, age, forecast(second, forecaster), spread.mentions()));
      }
    }
    return told;
  }

  private boolean isEarly(long second) {
    return spread.mentions() < ENOUGH || second - spread.firstSecond() < OLD_ENOUGH;
  }

  /** How far it will go, as of a second, from what was there by then. */
  private Forecast forecast(long second, CascadeForecaster forecaster) {
    Cascade seen = spread.cascade(id, second);
    var told =
        SmallCascades.forecast(forecaster, seen, Math.max(60, second - spread.firstSecond()));
    Instant at = Instant.ofEpochSecond(second);
    if (told.supercritical()) {
      return new Forecast(at, seen.size(), true, null, null, null, null);
    }
    double followers = 0;
    for (double each : seen.followers()) {
      followers += each;
    }
    return new Forecast(
        at,
        seen.size(),
        false,
        Math.round(told.predictedFinal()),
        Math.round(told.low()),
        Math.round(told.high()),
        Math.round(followers / seen.size() * told.predictedFinal()));
  }

  /** At moments evenly spread over the logarithm of its age. */
  private List<Forecast> pastForecasts(long second, CascadeForecaster forecaster) {
    List<Forecast> past = new ArrayList<>();
    if (isEarly(second)) {
      return past;
    }
    long enough = spread.inTime().get(ENOUGH - 1).seconds() - spread.firstSecond();
    long begin = Math.max(OLD_ENOUGH, enough);
    long age = second - spread.firstSecond();
    long last = -1;
    for (int i = 0; i < PAST_FORECASTS && begin < age; i++) {
      double share = i / (double) PAST_FORECASTS;
      long moment = Math.round(begin * Math.pow(age / (double) begin, share));
      if (moment > last) {
        past.add(forecast(spread.firstSecond() + moment, forecaster));
        last = moment;
      }
    }
    return past;
  }

  private List<Moment> timeline(long second) {
    long begin = spread.firstSecond();
    long life = spread.lastSecond() - begin;
    long size = TimeScale.size(life);
    long end = Math.min(second, spread.lastSecond() + Math.max(size, life / 5));
    long start = Math.floorDiv(begin, size) * size;
    int count = (int) Math.min(10 * TimeScale.MOST, (end - start) / size + 1);
    long[] mentions = new long[count];
    long[] reach = new long[count];
    for (Propagation.Node node : spread.inTime()) {
      int bucket = (int) Math.min(count - 1, (node.seconds() - start) / size);
      mentions[bucket]++;
      reach[bucket] += node.followers();
    }
    List<Moment> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      moments.add(new Moment(Instant.ofEpochSecond(start + i * size), mentions[i], reach[i]));
    }
    return moments;
  }

  private List<SourcePart> sources() {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> since = new HashMap<>();
    for (Propagation.Node node : spread.inTime()) {
      counts.merge(node.source(), 1L, Long::sum);
      since.putIfAbsent(node.source(), node.seconds());
    }
    return counts.entrySet().stream()
        .map(
            e ->
                new SourcePart(
                    e.getKey(),
                    e.getValue(),
                    Instant.ofEpochSecond(since.getOrDefault(e.getKey(), 0L))))
        .sorted(
            Comparator.comparingLong(SourcePart::mentions)
                .reversed()
                .thenComparing(SourcePart::since)
                .thenComparing(SourcePart::source))
        .limit(SHOWN_SOURCES)
        .toList();
  }

  /** Each author by the mention that brought most. */
  private List<Amplifier> amplifiers() {
    SpreadTree tree = spread.tree();
    boolean[] inferredBelow = new boolean[tree.size()];
    List<Propagation.Node> numbered = new ArrayList<>(spread.nodes());
    for (int i = numbered.size() - 1; i > 0; i--) {
      int parent = tree.parent(i);
      inferredBelow[parent] |= inferredBelow[i] || numbered.get(i).origin() != RelayOrigin.SOURCE;
    }
    Map<String, Amplifier> byAuthor = new HashMap<>();
    for (Propagation.Node node : numbered) {
      String author = node.author();
      if (author != null) {
        byAuthor.merge(
            author,
            new Amplifier(
                author,
                node.id(),
                Instant.ofEpochSecond(node.seconds()),
                node.followersKnown() ? node.followers() : null,
                tree.below(node.number()),
                tree.brought(node.number()),
                inferredBelow[node.number()]),
            (one, other) -> other.brought() > one.brought() ? other : one);
      }
    }
    return byAuthor.values().stream()
        .filter(a -> a.brought() > 0 || a.relays() > 0)
        .sorted(
            Comparator.comparingLong(Amplifier::brought)
                .thenComparingInt(Amplifier::relays)
                .reversed()
                .thenComparing(Amplifier::at)
                .thenComparing(Amplifier::author))
        .limit(SHOWN_AMPLIFIERS)
        .toList();
  }
}
