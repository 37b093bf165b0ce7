package ouidire.analysis.alert.suite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.ToneLabel;

/**
 * What is said of a brand when nothing happens: a rhythm of hours and weekdays, and the unrest of
 * people who answer each other (counts are gamma-Poisson, whose variance is above its mean).
 *
 * @param perStep mentions in five minutes, on average
 * @param negative share that is negative
 * @param unrest how much more than Poisson the counts spread: the shape of the gamma is perStep
 *     over it
 * @param lag most milliseconds between publication and arrival
 * @param seed of everything
 */
record Quiet(Brand brand, double perStep, double negative, double unrest, int lag, long seed) {
  private static final int LAG = 1_500;

  Quiet(Brand brand, double perStep, double negative, double unrest, long seed) {
    this(brand, perStep, negative, unrest, LAG, seed);
  }

  /** The same, each mention there when it is published. */
  Quiet punctually() {
    return new Quiet(brand, perStep, negative, unrest, 0, seed);
  }

  private static final double[] HOURS = {
    .35, .22, .15, .12, .14, .25, .5, .85, 1.15, 1.3, 1.35, 1.4, 1.45, 1.4, 1.35, 1.3, 1.3, 1.35,
    1.45, 1.5, 1.45, 1.25, .9, .6
  };

  /** Mentions of the five minutes that begin then, oldest first. */
  List<AnalysedMention> step(Instant start) {
    Random random = new Random(seed * 1_000_003 + start.getEpochSecond() * 31);
    random.nextLong();
    ZonedDateTime local = start.atZone(brand.zone());
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    double mean = perStep * HOURS[local.getHour()] * (weekend ? 0.75 : 1.08);
    int count = Chance.poisson(random, mean * Chance.gamma(random, 1 / unrest) * unrest);
    List<Long> at = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      at.add((long) random.nextInt(300_000));
    }
    at.sort(null);
    List<AnalysedMention> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double draw = random.nextDouble();
      ToneLabel tone =
          draw < negative
              ? ToneLabel.NEGATIVE
              : draw < negative + 0.25 ? ToneLabel.POSITIVE : ToneLabel.NEUTRAL;
      all.add(
          new Voice(brand.id(), random)
              .says(start.plusMillis(at.get(i)), tone)
              .lag(Math.min(random.nextInt(LAG), lag))
              .mention(brand.id() + "-" + start.getEpochSecond() + "-" + i));
    }
    return all;
  }
}
