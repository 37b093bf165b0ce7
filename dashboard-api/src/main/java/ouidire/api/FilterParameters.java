package ouidire.api;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/** Reads the filter that every number and list of the API takes. */
final class FilterParameters {
  /** As the query language's own limit says. */
  static final int MAX_QUERY = 20_000;

  private static final Set<String> NAMES =
      Parameters.names(
          "q", "brand", "from", "to", "tone", "source", "author", "lang", "type", "domain", "link",
          "hashtag", "kind", "flag", "aspect", "story", "copies", "tz");

  /** Years of four digits: beyond, not every history can count in milliseconds. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Pattern BRAND = Pattern.compile("[a-z0-9-]{1,64}");

  private final BrandCatalogue brands;

  FilterParameters(BrandCatalogue brands) {
    this.brands = brands;
  }

  /**
   * What a call asks about.
   *
   * @param zone the time zone that its dates are read in and its days are cut in
   * @param more the endpoint's own parameters
   */
  record Asked(MentionFilter filter, ZoneId zone, Parameters more) {}

  /**
   * @param own names of the endpoint's own parameters
   */
  Asked read(Context call, String... own) {
    Set<String> known = new LinkedHashSet<>(NAMES);
    known.addAll(List.of(own));
    return asked(Parameters.of(call, known));
  }

  /** The filter that was kept as parameters and their values. */
  Asked of(Map<String, List<String>> kept) {
    return asked(Parameters.of(kept, NAMES));
  }

  private Asked asked(Parameters given) {
    ZoneId zone = zone(given);
    Instant from = time(given, "from", zone);
    Instant to = time(given, "to", zone);
    if (from != null && to != null && !to.isAfter(from)) {
      throw Problem.parameter(
              "to", given.one("to").orElse(""), Message.of("remedy.order", from.toString()))
          .exception();
    }
    MentionFilter filter =
        new MentionFilter(
            given.one("q", MAX_QUERY).orElse(null),
            brands(given),
            from,
            to,
            given.words("tone", ToneLabel.class),
            given.many("source"),
            given.many("author"),
            lowerCase(given.many("lang")),
            given.words("type", MentionType.class),
            domains(given),
            given.many("link"),
            hashtags(given),
            lowerCase(given.many("kind")),
            lowerCase(given.many("flag")),
            lowerCase(given.many("aspect")),
            given.many("story"),
            given.many("copies"));
    return new Asked(filter, zone, given);
  }

  private ZoneId zone(Parameters given) {
    String name = given.one("tz").orElse(null);
    if (name == null) {
      List<Brand> all = brands.brands();
      return all.isEmpty() ? ZoneOffset.UTC : all.get(0).zone();
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Problem.parameter("tz", name, Message.of("remedy.zone")).exception();
    }
  }

  private static @Nullable Instant time(Parameters given, String name, ZoneId zone) {
    String value = given.one(name).orElse(null);
    if (value == null) {
      return null;
    }
    try {
      Instant time = time(value, zone);
      if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // Refused below with the rest.
    }
    throw Problem.parameter(name, value, Message.of("remedy.time")).exception();
  }

  private static Instant time(String value, ZoneId zone) {
    if (!value.contains("T")) {
      return LocalDate.parse(value).atStartOfDay(zone).toInstant();
    }
    return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
        ? OffsetDateTime.parse(value).toInstant()
        : LocalDateTime.parse(value).atZone(zone).toInstant();
  }

  /** Form only: a brand that is watched no more still has its mentions. */
  private static Set<String> brands(Parameters given) {
    Set<String> ids = given.many("brand");
    for (String id : ids) {
      if (!BRAND.matcher(id).matches()) {
        throw Problem.parameter("brand", id, Message.of("remedy.brand")).exception();
      }
    }
    return ids;
  }

  private static Set<String> domains(Parameters given) {
    return given.many("domain").stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .map(host -> host.startsWith("www.") ? host.substring(4) : host)
        .collect(Collectors.toSet());
  }

  private static Set<String> hashtags(Parameters given) {
    return given.many("hashtag").stream()
        .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
        .collect(Collectors.toSet());
  }

  private static Set<String> lowerCase(Set<String> values) {
    return values.stream().map(v -> v.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
