package ouidire.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.SettingNotKeptException;

/** What channels must not show again. */
class ChannelSecretsTest {
  private final InMemorySettingsStore store =
      new InMemorySettingsStore(InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
  private final ChannelSecrets secrets = new ChannelSecrets(store, () -> AlertPolicy.DEFAULT);

  private static ObjectNode given(String secret) {
    return JsonNodeFactory.instance.objectNode().put("secret", secret);
  }

  private String kept() {
    return secrets
        .whole("crochet", JsonNodeFactory.instance.objectNode())
        .at("/secrets/secret")
        .asText();
  }

  @Test
  void aSecretThatCannotBeReplacedIsStillThere() {
    secrets.put("crochet", given("ancien"), "Claire");
    store.refuse(1);
    assertThatThrownBy(() -> secrets.put("crochet", given("nouveau"), "Claire"))
        .isInstanceOf(SettingNotKeptException.class);
    assertThat(kept()).as("nothing is lost between the two").isEqualTo("ancien");
    secrets.put("crochet", given("nouveau"), "Claire");
    assertThat(kept()).isEqualTo("nouveau");
  }

  @Test
  void noSecretIsRemembered() {
    secrets.put("crochet", given("ancien"), "Claire");
    secrets.put("crochet", given("nouveau"), "Claire");
    assertThat(store.history(ChannelSecrets.KIND, "crochet").toString()).doesNotContain("ancien");
  }
}
