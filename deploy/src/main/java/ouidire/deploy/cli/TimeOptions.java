package ouidire.deploy.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;

/** Times as options give them: a day, which begins where the brands are, or a moment. */
record TimeOptions(ZoneId zone) {
  /** Days are those of the first brand, as on the dashboard. */
  static TimeOptions of(Settings settings) {
    return new TimeOptions(
        settings.brands().isEmpty() ? ZoneId.systemDefault() : settings.brands().getFirst().zone());
  }

  /** Reads one; null where nothing was given. A date alone is the beginning of its day. */
  @Nullable Instant read(String option, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      if (value.length() == "2026-03-01".length()) {
        return LocalDate.parse(value).atStartOfDay(zone).toInstant();
      }
      return value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw Failure.usage("export.badtime", option, value);
    }
  }
}
