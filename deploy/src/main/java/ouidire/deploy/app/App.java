package ouidire.deploy.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * The running service. {@link #start} begins every part that the roles need, in order; {@link
 * #close} ends them in the opposite order. Several may live in one process, each on its own data
 * folder.
 */
public final class App implements AutoCloseable {
  /** What one part may take to end before we go on without it. */
  private static final Duration END_PATIENCE = Duration.ofSeconds(20);

  private final Teardown teardown = new Teardown(END_PATIENCE);
  private final CompletableFuture<Void> failed = new CompletableFuture<>();
  private String bootstrap = "";
  private @Nullable URI http;
  private @Nullable String firstKey;

  private App() {}

  /**
   * Starts the service.
   *
   * @throws DataFolder.TakenException when the data folder is another's
   * @throws PortTakenException when the port is another's
   * @throws IllegalStateException when a part cannot start, saying which and why
   */
  public static App start(Settings settings) {
    App app = new App();
    try {
      app.begin(settings);
      return app;
    } catch (RuntimeException | Error e) {
      app.close();
      throw e;
    }
  }

  private void begin(Settings settings) {
    Set<Part> parts = Part.of(settings.roles());
    DataFolder folder = teardown.add("data folder", DataFolder.take(settings.data()));
    if (parts.contains(Part.API)) {
      requireFree(settings.http());
    }
    KafkaSettings kafka = kafka(settings, parts, folder);
    KafkaTopics.create(kafka, settings.kafka().partitions(), settings.retention().mentions());
    bootstrap = kafka.bootstrap();

    folder.announce(
        new DataFolder.Running(
            ProcessHandle.current().pid(), bootstrap, http == null ? null : http.toString()));
  }

  private KafkaSettings kafka(Settings settings, Set<Part> parts, DataFolder folder) {
    String outside = settings.kafka().bootstrap();
    if (!parts.contains(Part.BROKER) && outside != null) {
      return new KafkaSettings(outside, settings.kafka().properties());
    }
    EmbeddedBroker broker =
        teardown.add("broker", EmbeddedBroker.start(folder.path().resolve("kafka")));
    return KafkaSettings.at(broker.bootstrap());
  }

  /** Better told now than after everything else has begun. */
  private static void requireFree(Settings.Http http) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.bind()), http.port()));
    } catch (IOException e) {
      throw new PortTakenException(http.port(), e);
    }
  }

  /** {@code host:port} of the Kafka in use. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Where the dashboard and the API are; empty when this process serves none. */
  public Optional<URI> http() {
    return Optional.ofNullable(http);
  }

  /** The key that this start made, the only time it can be known; empty after the first start. */
  public Optional<String> firstKey() {
    return Optional.ofNullable(firstKey);
  }

  /** Fails when a part fails that the service cannot live without; never completes otherwise. */
  public CompletableFuture<Void> failed() {
    return failed;
  }

  @Override
  public void close() {
    teardown.close();
  }
}
