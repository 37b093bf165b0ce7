package ouidire.deploy.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.pipeline.PastMatches.Memory;
import ouidire.core.settings.SettingsStore;

/** Remembers among the settings to which query of each brand the history was brought. */
final class PastInSettings implements Memory {
  private static final String KIND = "brand-past";
  private static final String FINGERPRINT = "fingerprint";
  private final SettingsStore settings;

  PastInSettings(SettingsStore settings) {
    this.settings = settings;
  }

  @Override
  public Map<String, String> applied() {
    Map<String, String> all = new LinkedHashMap<>();
    settings.list(KIND).forEach(one -> all.put(one.id(), one.value().path(FINGERPRINT).asText("")));
    return all;
  }

  @Override
  public void apply(String brand, @Nullable String fingerprint) {
    if (fingerprint == null) {
      settings.forget(KIND, brand);
    } else {
      settings.replace(
          KIND,
          brand,
          JsonNodeFactory.instance.objectNode().put(FINGERPRINT, fingerprint),
          "ouidire");
    }
  }
}
