package ouidire.analysis.alert.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Incident;
import ouidire.core.story.StoryReport.Forecast;

/** How far the story of an incident will go, in a few words; nothing rather than late or wrong. */
final class Outlook {
  static final Outlook NONE = new Outlook((story, now) -> Optional.empty());

  /** Mentions beyond which a story takes too long to be read while somebody waits for a page. */
  static final long READ_IN_TIME = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);

  private final BiFunction<String, Instant, Optional<Forecast>> forecasts;

  Outlook(BiFunction<String, Instant, Optional<Forecast>> forecasts) {
    this.forecasts = forecasts;
  }

  /** To be put at the end of a line; empty when there is nothing to say. */
  String of(Incident incident, Locale language, Instant now) {
    String story = incident.story();
    if (story == null || incident.signal().figures().mentions() > READ_IN_TIME) {
      return "";
    }
    try {
      return forecasts
          .apply(story, now)
          .filter(told -> !told.supercritical() && told.low() != null && told.high() != null)
          .map(
              told ->
                  Words.say(
                      language,
                      " ; prévision : " + told.low() + " à " + told.high() + " mentions",
                      "; forecast: " + told.low() + " to " + told.high() + " mentions"))
          .orElse("");
    } catch (RuntimeException e) {
      LOG.warn("incident {} is told without a forecast", incident.id(), e);
      return "";
    }
  }
}
