package ouidire.deploy.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.settings.KafkaSettingsStore;
import ouidire.core.settings.SettingsStore;
import ouidire.core.settings.SettingsStoreContract;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;

/** The contract of the settings on a real broker. */
class KafkaSettingsOnBrokerTest extends SettingsStoreContract {
  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaSettings kafka;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder);
    kafka = KafkaSettings.at(broker.bootstrap());
    KafkaTopics.create(kafka, 1, Duration.ofDays(7));
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable resource : open.reversed()) {
      resource.close();
    }
    broker.close();
  }

  @Override
  protected SettingsStore open() {
    KafkaSettingsStore store = KafkaSettingsStore.open(kafka, CLOCK);
    open.add(store);
    return store;
  }
}
