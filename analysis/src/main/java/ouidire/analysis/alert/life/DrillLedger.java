package ouidire.analysis.alert.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Decided;
import ouidire.core.alert.Entry;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingConflictException;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.settings.SettingsStore;

/**
 * What has to be known of exercises after a restart: which decisions about them were dealt with,
 * and which channels the last one may use. An exercise has no incident before it fires, so they
 * cannot be kept in one: the last {@value #KEPT} are an entry of the settings, which every process
 * sees. That a decision is taken is kept before it is carried out, and what came of it afterwards:
 * a crash between the two leaves an exercise that did not begin, never one that begins twice, and
 * whoever asked for it is told neither.
 */
public final class DrillLedger {
  static final String KIND = "drill-decisions";
  private static final String ID = "last";
  private static final String CHANNELS = "channels";

  /** Stands where a decision is being carried out, or was when its process ended. */
  private static final String TAKEN = "taken";

  private static final int KEPT = 20;

  private final SettingsStore store;

  public DrillLedger(SettingsStore store) {
    this.store = store;
  }

  /**
   * A decision that somebody has taken.
   *
   * @param outcome what came of it; null while that is not known
   */
  private record Line(String id, @Nullable Decided outcome) {}

  /** What became of a decision; empty while nobody has taken it or it is being carried out. */
  public Optional<Decided> find(String decision) {
    return line(decision).map(Line::outcome);
  }

  private Optional<Line> line(String decision) {
    return kept().stream().filter(each -> each.id().equals(decision)).findFirst();
  }

  /**
   * Takes a decision, to be carried out by whoever is answered true: once.
   *
   * @throws IncidentStore.NotKeptException when that could not be kept: nothing was taken
   */
  boolean take(String decision) {
    if (line(decision).isPresent()) {
      return false;
    }
    keep(new Line(decision, null));
    return true;
  }

  /**
   * Notes what came of a decision that was taken.
   *
   * @throws IncidentStore.NotKeptException when that could not be kept
   */
  void settle(Decided outcome) {
    keep(new Line(outcome.id(), outcome));
  }

  /** Channels that the last exercise may use: it goes on where the process is started anew. */
  public Set<String> channels() {
    Set<String> all = new TreeSet<>();
    store.get(KIND, CHANNELS).ifPresent(set -> set.value().forEach(id -> all.add(id.asText())));
    return all;
  }

  /**
   * Keeps the channels that the exercise that begins may use.
   *
   * @throws IncidentStore.NotKeptException when that could not be kept
   */
  public void name(Set<String> channels) {
    ArrayNode value = JsonNodeFactory.instance.arrayNode();
    new TreeSet<>(channels).forEach(value::add);
    put(CHANNELS, value);
  }

  private List<Line> kept() {
    List<Line> all = new ArrayList<>();
    Optional<Setting> last = store.get(KIND, ID);
    if (last.isPresent()) {
      for (JsonNode each : last.get().value().path("decisions")) {
        String id = each.path("id").asText();
        @Nullable String refused = each.hasNonNull("refused") ? each.get("refused").asText() : null;
        boolean taken = each.path(TAKEN).asBoolean();
        all.add(new Line(id, taken ? null : new Decided(id, refused)));
      }
    }
    return all;
  }

  private void keep(Line line) {
    List<Line> all = kept();
    all.removeIf(each -> each.id().equals(line.id()));
    all.add(line);
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    ArrayNode list = value.putArray("decisions");
    for (Line each : all.subList(Math.max(0, all.size() - KEPT), all.size())) {
      ObjectNode json = list.addObject().put("id", each.id());
      Decided outcome = each.outcome();
      if (outcome == null) {
        json.put(TAKEN, true);
      } else if (outcome.refused() != null) {
        json.put("refused", outcome.refused());
      }
    }
    put(ID, value);
  }

  private void put(String id, JsonNode value) {
    try {
      Setting unused = store.replace(KIND, id, value, Entry.OURSELVES);
    } catch (SettingNotKeptException | SettingConflictException e) {
      throw new IncidentStore.NotKeptException("of exercises", e);
    }
  }
}
