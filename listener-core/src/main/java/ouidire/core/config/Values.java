package ouidire.core.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the kinds of values; what is bad is told and its default taken, to go on reading. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|d|j)");

  private Values() {}

  static String text(Section in, String key, String otherwise) {
    return in.scalar(key).map(Overlay.Given::value).orElse(otherwise);
  }

  static int number(Section in, String key, int least, int most, int otherwise) {
    Optional<Overlay.Given> given = in.scalar(key);
    if (given.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(given.get().value());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of bounds is.
    }
    bad(in, key, given.get(), "number", Integer.toString(least), Integer.toString(most));
    return otherwise;
  }

  static boolean flag(Section in, String key, boolean otherwise) {
    Optional<Overlay.Given> given = in.scalar(key);
    if (given.isEmpty()) {
      return otherwise;
    }
    return switch (given.get().value().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        bad(in, key, given.get(), "flag");
        yield otherwise;
      }
    };
  }

  static <E extends Enum<E>> E word(Section in, String key, E otherwise) {
    return in.scalar(key)
        .flatMap(given -> word(in, key, given, otherwise.getDeclaringClass()))
        .orElse(otherwise);
  }

  static <E extends Enum<E>> Optional<E> word(
      Section in, String key, Overlay.Given given, Class<E> type) {
    for (E known : type.getEnumConstants()) {
      if (known.name().equalsIgnoreCase(given.value())) {
        return Optional.of(known);
      }
    }
    List<String> all =
        Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    Optional<String> near = Nearest.of(given.value(), all);
    if (near.isPresent()) {
      bad(in, key, given, "word.near", String.join(", ", all), near.get());
    } else {
      bad(in, key, given, "word", String.join(", ", all));
    }
    return Optional.empty();
  }

  static Duration duration(Section in, String key, Duration least, Duration otherwise) {
    Optional<Overlay.Given> given = in.scalar(key);
    if (given.isEmpty()) {
      return otherwise;
    }
    Matcher matcher = DURATION.matcher(given.get().value());
    if (!matcher.matches()) {
      bad(in, key, given.get(), "duration");
      return otherwise;
    }
    long count = Long.parseLong(matcher.group(1));
    Duration value =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m", "min" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (value.compareTo(least) < 0) {
      bad(in, key, given.get(), "duration.short", least.toSeconds() + "s");
      return otherwise;
    }
    return value;
  }

  static Optional<URI> url(Section in, String key) {
    return in.scalar(key).flatMap(given -> url(in, key, given));
  }

  private static Optional<URI> url(Section in, String key, Overlay.Given given) {
    try {
      URI uri = new URI(given.value());
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    bad(in, key, given, "url");
    return Optional.empty();
  }

  /** A path; {@code ~} is the user's home, a relative one starts at {@code base}. */
  static Optional<Path> path(Section in, String key, Path home, Path base) {
    return in.scalar(key)
        .flatMap(
            given -> {
              String value = given.value();
              try {
                if (value.equals("~") || value.startsWith("~/")) {
                  return Optional.of(home.resolve(value.substring(Math.min(2, value.length()))));
                }
                return Optional.of(base.resolve(value).normalize());
              } catch (InvalidPathException e) {
                bad(in, key, given, "path");
                return Optional.empty();
              }
            });
  }

  static ZoneId zone(Section in, String key, ZoneId otherwise) {
    Optional<Overlay.Given> given = in.scalar(key);
    if (given.isEmpty() || given.get().value().equals("system")) {
      return otherwise;
    }
    try {
      return ZoneId.of(given.get().value());
    } catch (DateTimeException e) {
      bad(in, key, given.get(), "zone");
      return otherwise;
    }
  }

  static void bad(Section in, String key, Overlay.Given given, String code, String... details) {
    String[] all = new String[details.length + 1];
    all[0] = given.value();
    System.arraycopy(details, 0, all, 1, details.length);
    in.problem(key, given.where(), code, all);
  }
}
