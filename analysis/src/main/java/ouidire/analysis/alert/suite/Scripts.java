package ouidire.analysis.alert.suite;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import ouidire.core.alert.Campaign;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.ToneLabel;

/** Writes the scripts, from a seed: the same seed, the same histories to the millisecond. */
final class Scripts {
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private static final Instant FIRST = Instant.parse("2026-02-02T05:00:00Z");

  /** Mentions in five minutes of the brands in turn: tiny, small, middling, large. */
  private static final double[] SIZES = {0.3, 2, 12, 90};

  private final long seed;

  Scripts(long seed) {
    this.seed = seed;
  }

  /** All scripts, 60 of them: fifteen kinds in four sizes. */
  List<Script> all() {
    List<Script> all = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      all.add(flash(i));
      all.add(fast(i));
      all.add(night(i));
      all.add(slowBurn(i));
      all.add(twoBrands(i));
      all.add(inCampaign(i));
      all.add(rumour(i));
      all.add(campaign(i));
      all.add(praise(i));
      all.add(outage(i));
      all.add(oldImport(i));
      all.add(reprints(i));
      all.add(insults(i));
      all.add(levelShift(i));
      all.add(newsDay(i));
    }
    return all;
  }

  /** A month in which nothing happens, for each size. */
  List<Script> quietMonths(int days) {
    List<Script> all = new ArrayList<>();
    for (int i = 0; i < SIZES.length; i++) {
      Builder builder = new Builder("quiet", i);
      builder.end = builder.start.plus(Duration.ofDays(days));
      all.add(builder.done());
    }
    return all;
  }

  /** Twenty to a hundred angry people within ten minutes. */
  private Script flash(int i) {
    Builder b = new Builder("flash", i);
    b.crisis(b.at(14, 7), people(i, 24), Duration.ofMinutes(10), 0.9);
    return b.done();
  }

  /** The same over three quarters of an hour. */
  private Script fast(int i) {
    Builder b = new Builder("fast", i);
    b.crisis(b.at(11, 33), people(i, 40), Duration.ofMinutes(45), 0.85);
    return b.done();
  }

  private Script night(int i) {
    Builder b = new Builder("night", i);
    b.crisis(b.at(27, 11), people(i, 20), Duration.ofMinutes(15), 0.9);
    return b.done();
  }

  /** Six hours, each worse than the one before. */
  private Script slowBurn(int i) {
    Builder b = new Builder("slow_burn", i);
    Instant from = b.at(9, 2);
    int people = people(i, 90);
    for (int k = 0; k < people; k++) {
      double when = Math.sqrt(k / (double) people);
      b.say(from.plus(part(Duration.ofHours(6), when)), 0.85);
    }
    b.crises.add(new Script.Crisis(b.brand.id(), from, from.plus(Duration.ofHours(7))));
    return b.done();
  }

  private Script twoBrands(int i) {
    Builder b = new Builder("two_brands", i);
    Brand other = brand("rivage-" + i);
    b.brands.add(other);
    b.quiet.add(new Quiet(other, SIZES[i], 0.18, 0.3, b.seed + 7));
    b.crisis(b.at(15, 20), people(i, 24), Duration.ofMinutes(12), 0.9);
    Brand first = b.brand;
    b.brand = other;
    b.crisis(b.at(15, 26), people(i, 24), Duration.ofMinutes(12), 0.9);
    b.brand = first;
    return b.done();
  }

  /** A campaign explains a peak; it does not explain what breaks out in its midst. */
  private Script inCampaign(int i) {
    Builder b = new Builder("crisis_in_campaign", i);
    peak(b, i, 0.1);
    b.planned();
    b.crisis(b.at(15, 40), 2 * people(i, 40), Duration.ofMinutes(20), 0.95);
    return b.done();
  }

  /** Shared by few who are heard by many. */
  private Script rumour(int i) {
    Builder b = new Builder("rumour", i);
    Instant from = b.at(16, 3);
    int people = people(i, 22);
    for (int k = 0; k < people; k++) {
      Instant when = from.plus(part(Duration.ofMinutes(25), k / (double) people));
      b.extras.add(
          new Voice(b.brand.id(), b.random)
              .says(when, b.random.nextDouble() < 0.8 ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL)
              .heardBy(k % 5 == 0 ? 60_000 : 400)
              .lag(b.random.nextInt(1_500))
              .mention(b.id()));
    }
    b.crises.add(new Script.Crisis(b.brand.id(), from, from.plus(Duration.ofHours(2))));
    return b.done();
  }

  private Script campaign(int i) {
    Builder b = new Builder("campaign", i);
    peak(b, i, 0.12);
    b.planned();
    return b.done();
  }

  private Script praise(int i) {
    Builder b = new Builder("praise", i);
    peak(b, i, 0.06);
    return b.done();
  }

  private static void peak(Builder b, int i, double negative) {
    Instant from = b.at(13, 0);
    int people = (int) Math.round(Math.max(60, SIZES[i] * 12 * 8));
    for (int k = 0; k < people; k++) {
      Instant when = from.plus(part(Duration.ofHours(4), k / (double) people));
      double draw = b.random.nextDouble();
      b.extras.add(
          new Voice(b.brand.id(), b.random)
              .says(
                  when,
                  draw < negative
                      ? ToneLabel.NEGATIVE
                      : draw < 0.6 ? ToneLabel.POSITIVE : ToneLabel.NEUTRAL)
              .lag(b.random.nextInt(1_500))
              .mention(b.id()));
    }
  }

  /** A source is down for six hours; what it had arrives at once when it is back. */
  private Script outage(int i) {
    Builder b = new Builder("outage", i);
    b.outage = Optional.of(new Script.Outage("mastodon", b.at(8, 0), b.at(14, 0)));
    return b.done();
  }

  /**
   * Five hundred angry mentions of ten days ago and of this morning's early hours, collected now.
   */
  private Script oldImport(int i) {
    Builder b = new Builder("old_import", i);
    Instant now = b.at(14, 30);
    for (int k = 0; k < 500; k++) {
      Instant when = b.start.minus(Duration.ofDays(10)).plus(part(Duration.ofHours(5), k / 500.0));
      b.extras.add(
          new Voice(b.brand.id(), b.random)
              .says(when, ToneLabel.NEGATIVE)
              .lag(Duration.between(when, now).toMillis() + k * 3L)
              .mention(b.id()));
    }
    return b.done();
  }

  /** One dispatch in forty newspapers. */
  private Script reprints(int i) {
    Builder b = new Builder("reprints", i);
    Instant from = b.at(10, 15);
    String dispatch =
        "L'entreprise a confirmé mardi que des retards touchent une partie de ses livraisons dans"
            + " l'est du pays et que le service reprendra dans la semaine selon sa porte-parole";
    for (int k = 0; k < 40; k++) {
      b.extras.add(
          new Voice(b.brand.id(), b.random)
              .says(from.plusSeconds(k * 45L), ToneLabel.NEGATIVE)
              .reprints((k % 3 == 0 ? "Dernière heure. " : "") + dispatch)
              .lag(b.random.nextInt(1_500))
              .mention(b.id()));
    }
    return b.done();
  }

  private Script insults(int i) {
    Builder b = new Builder("insults", i);
    Instant from = b.at(20, 10);
    int people = people(i, 30);
    for (int k = 0; k < people; k++) {
      b.extras.add(
          new Voice(b.brand.id(), b.random)
              .says(
                  from.plus(part(Duration.ofMinutes(30), k / (double) people)), ToneLabel.NEGATIVE)
              .insulting()
              .lag(b.random.nextInt(1_500))
              .mention(b.id()));
    }
    return b.done();
  }

  /** From today on twice as many speak of it, in the usual tone. */
  private Script levelShift(int i) {
    Builder b = new Builder("level_shift", i);
    b.more(new Quiet(b.brand, SIZES[i], 0.18, 0.3, b.seed + 99), b.at(9, 0), b.end);
    return b.done();
  }

  /** An afternoon of ordinary news: three times as many, a quarter negative. */
  private Script newsDay(int i) {
    Builder b = new Builder("news_day", i);
    b.more(new Quiet(b.brand, SIZES[i] * 2, 0.25, 0.3, b.seed + 77), b.at(12, 0), b.at(17, 0));
    return b.done();
  }

  /** How many take part: no fewer than so many, more where more speak anyway. */
  private static int people(int i, int least) {
    return (int) Math.round(least * Math.max(1, Math.sqrt(SIZES[i] * 3)));
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }

  private static Brand brand(String id) {
    return new Brand(id, id, id, false, List.of(), ZONE);
  }

  /** A script that is being written. */
  private final class Builder {
    final String kind;
    final int number;
    final long seed;
    final Random random;
    final Instant start;
    Instant end;
    Brand brand;
    final List<Brand> brands = new ArrayList<>();
    final List<Quiet> quiet = new ArrayList<>();
    final List<AnalysedMention> extras = new ArrayList<>();
    Optional<Script.Outage> outage = Optional.empty();
    final List<Script.Crisis> crises = new ArrayList<>();
    final List<Campaign> campaigns = new ArrayList<>();

    Builder(String kind, int number) {
      this.kind = kind;
      this.number = number;
      seed = Scripts.this.seed * 7_919 + kind.hashCode() * 31L + number;
      random = new Random(seed);
      start = FIRST.plus(Duration.ofDays(21 + random.nextInt(5)));
      end = start.plus(Duration.ofHours(34));
      brand = brand("nordika-" + number);
      brands.add(brand);
      quiet.add(new Quiet(brand, SIZES[number], 0.18, 0.3, seed + 1));
    }

    /** Hours and minutes after watching began, at midnight in Montréal. */
    Instant at(int hours, int minutes) {
      return start.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes));
    }

    String id() {
      return kind + "-" + brand.id() + "-" + extras.size();
    }

    void say(Instant when, double negative) {
      extras.add(
          new Voice(brand.id(), random)
              .says(when, random.nextDouble() < negative ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL)
              .lag(random.nextInt(1_500))
              .mention(id()));
    }

    /** Grows fast, then thins out. */
    void crisis(Instant from, int people, Duration length, double negative) {
      for (int k = 0; k < people; k++) {
        double when = Math.pow(k / (double) people, 0.9);
        say(from.plus(part(length, when)), negative);
      }
      for (int k = 0; k < people / 2; k++) {
        say(from.plus(length).plus(part(Duration.ofHours(2), k * 2.0 / people)), negative);
      }
      crises.add(new Script.Crisis(brand.id(), from, from.plus(length).plus(Duration.ofHours(2))));
    }

    void planned() {
      campaigns.add(new Campaign("soldes", "Soldes", at(12, 30), at(18, 0), Set.of(brand.id())));
    }

    void more(Quiet weather, Instant from, Instant to) {
      for (Instant step = from; step.isBefore(to); step = step.plusSeconds(300)) {
        int before = extras.size();
        for (AnalysedMention each : weather.step(step)) {
          extras.add(Altered.named(each, kind + "-" + (before + extras.size())));
        }
      }
    }

    Script done() {
      extras.sort(Comparator.comparing(each -> each.mention().collectedAt()));
      return new Script(
          kind,
          kind + "-" + number,
          start,
          end,
          List.copyOf(brands),
          List.copyOf(quiet),
          List.copyOf(extras),
          outage,
          List.copyOf(crises),
          List.copyOf(campaigns));
    }
  }
}
