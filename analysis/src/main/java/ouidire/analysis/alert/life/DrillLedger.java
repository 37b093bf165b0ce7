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
 * sees. That a decision is taken is kept before it is carried out: a crash between the two leaves
 * an exercise that did not begin, never one that begins twice.
 */
public final class DrillLedger {
  static final String KIND = "drill-decisions";
  private static final String ID = "last";
  private static final String CHANNELS = "channels";
  private static final int KEPT = 20;

  private final SettingsStore store;

  public DrillLedger(SettingsStore store) {
    this.store = store;
  }

  /** What became of a decision; empty while nobody has dealt with it. */
  public Optional<Decided> find(String decision) {
    return kept().stream().filter(each -> each.id().equals(decision)).findFirst();
  }

  /**
   * Takes a decision, to be carried out by whoever is answered true: once.
   *
   * @throws IncidentStore.NotKeptException when that could not be kept: nothing was taken
   */
  boolean take(String decision) {
    if (find(decision).isPresent()) {
      return false;
    }
    keep(new Decided(decision, null));
    return true;
  }

  /** Notes that a decision that was taken could not be carried out. */
  void refuse(String decision, String why) {
    keep(new Decided(decision, why));
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

  private List<Decided> kept() {
    List<Decided> all = new ArrayList<>();
    Optional<Setting> last = store.get(KIND, ID);
    if (last.isPresent()) {
      for (JsonNode each : last.get().value().path("decisions")) {
        @Nullable String refused = each.hasNonNull("refused") ? each.get("refused").asText() : null;
        all.add(new Decided(each.path("id").asText(), refused));
      }
    }
    return all;
  }

  private void keep(Decided decided) {
    List<Decided> all = kept();
    all.removeIf(each -> each.id().equals(decided.id()));
    all.add(decided);
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    ArrayNode list = value.putArray("decisions");
    for (Decided each : all.subList(Math.max(0, all.size() - KEPT), all.size())) {
      ObjectNode json = list.addObject().put("id", each.id());
      if (each.refused() != null) {
        json.put("refused", each.refused());
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
