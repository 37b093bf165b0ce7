package ouidire.ingest.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.core.link.Webmentions.Receipt;
import ouidire.core.link.Webmentions.State;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;
import ouidire.core.words.Wording;

/**
 * Webmentions among the settings (kind {@code webmention}), so that one that was taken is verified
 * although the service ends in between. Since anyone may send some, there are never more than
 * {@value #MOST}: the oldest that are decided go first.
 */
final class WebmentionLog {
  static final int MOST = 5_000;

  private static final String KIND = "webmention";
  private static final String AUTHOR = "webmention";

  private final SettingsStore settings;

  WebmentionLog(SettingsStore settings) {
    this.settings = settings;
  }

  /**
   * One as it is kept.
   *
   * @param accepted whether it was ever true
   * @param first when it was taken for the first time
   */
  record Kept(Receipt receipt, boolean accepted, Instant first) {}

  Optional<Kept> find(String id) {
    return id.matches("[0-9a-f]{32}") ? settings.get(KIND, id).map(this::read) : Optional.empty();
  }

  List<Kept> all() {
    return settings.list(KIND).stream().map(this::read).toList();
  }

  void keep(Kept kept) {
    Receipt receipt = kept.receipt();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("source", receipt.source());
    json.put("target", receipt.target());
    json.put("state", receipt.state().name().toLowerCase(Locale.ROOT));
    json.put("at", receipt.at().toString());
    json.put("accepted", kept.accepted());
    json.put("first", kept.first().toString());
    Wording reason = receipt.reason();
    if (reason != null) {
      json.putObject("reason").put("fr", reason.french()).put("en", reason.english());
    }
    settings.replace(KIND, receipt.id(), json, AUTHOR);
  }

  /** Makes room for one more; false when all that there are still wait. */
  boolean makeRoom() {
    List<Kept> all = all();
    if (all.size() < MOST) {
      return true;
    }
    List<Kept> decided =
        all.stream()
            .filter(kept -> kept.receipt().state() != State.WAITING)
            .sorted(Comparator.comparing((Kept kept) -> kept.receipt().at()))
            .limit(MOST / 10)
            .toList();
    decided.forEach(kept -> settings.forget(KIND, kept.receipt().id()));
    return !decided.isEmpty();
  }

  private Kept read(Setting setting) {
    JsonNode json = setting.value();
    JsonNode reason = json.get("reason");
    return new Kept(
        new Receipt(
            setting.id(),
            json.path("source").asText(),
            json.path("target").asText(),
            State.valueOf(json.path("state").asText("refused").toUpperCase(Locale.ROOT)),
            Instant.parse(json.path("at").asText()),
            wording(reason)),
        json.path("accepted").asBoolean(),
        Instant.parse(json.path("first").asText()));
  }

  private static @Nullable Wording wording(@Nullable JsonNode reason) {
    return reason == null
        ? null
        : new Wording(reason.path("fr").asText(), reason.path("en").asText());
  }
}
