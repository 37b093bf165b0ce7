package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.watch.Past;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.words.Wording;

/**
 * Finds what an exercise plays: a script by the id of its playbook, or a crisis that was, by {@code
 * incident:} and its id.
 */
public final class Scripts {
  /** What came just before belongs to it: how it began. */
  private static final Duration BEFORE = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(Scripts.class);

  /** Nothing more is played: the rest of a long incident is not to be read. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private final Function<String, Optional<Incident>> incidents;
  private final Past past;
  private final BrandCatalogue brands;
  private final InstantSource clock;

  /**
   * @param incidents by id
   * @param past of all brands
   */
  public Scripts(
      Function<String, Optional<Incident>> incidents,
      Past past,
      BrandCatalogue brands,
      InstantSource clock) {
    this.incidents = incidents;
    this.past = past;
    this.brands = brands;
    this.clock = clock;
  }

  Brand brand(String id) {
    return brands.brands().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("brand " + id + " does not exist"));
  }

  /**
   * @throws InvalidDocumentException when there is nothing of that name to play
   */
  Script of(String scenario, Brand brand) {
    return scenario.startsWith(Drills.RECORDED)
        ? recorded(scenario, brand)
        : DrillScript.of(scenario);
  }

  private Script recorded(String scenario, Brand brand) {
    Incident incident =
        incidents
            .apply(scenario.substring(Drills.RECORDED.length()))
            .filter(found -> !found.exercise())
            .orElseThrow(
                () ->
                    wrong(
                        scenario,
                        "aucun incident réel n’a cet identifiant ; vérifiez-le",
                        "no real incident has this id; check it"));
    if (!incident.brand().equals(brand.id())) {
      throw wrong(
          scenario,
          "cet incident est celui de la marque " + incident.brand() + " ; donnez celle-là",
          "this incident is of the brand " + incident.brand() + "; give that one");
    }
    List<AnalysedMention> said = said(incident);
    if (said.isEmpty()) {
      throw wrong(
          scenario,
          "aucune mention de cet incident n’est conservée ; choisissez-en un autre",
          "no mention of this incident is stored; choose another");
    }
    return new RecordedScript(incident, said);
  }

  /** The first that were said in it, as many as are played. */
  private List<AnalysedMention> said(Incident incident) {
    Instant ended = incident.endedAt();
    List<AnalysedMention> said = new ArrayList<>();
    try {
      past.mentions(
          MentionFilter.ALL.withBrands(Set.of(incident.brand())),
          incident.startedAt().minus(BEFORE),
          ended == null ? clock.instant() : ended,
          mention -> {
            said.add(mention);
            if (said.size() == RecordedScript.MOST) {
              throw new Enough();
            }
          });
    } catch (Enough e) {
      LOG.debug("incident {}: its first {} mentions are played", incident.id(), said.size());
    }
    return said;
  }

  private static InvalidDocumentException wrong(String scenario, String french, String english) {
    return new InvalidDocumentException("scenario", scenario, new Wording(french, english));
  }
}
