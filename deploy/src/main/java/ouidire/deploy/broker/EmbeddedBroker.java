package ouidire.deploy.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A one-node Kafka in this process, on free loopback ports, its log in a folder of its own. One
 * folder serves one broker at a time.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);

  private final String bootstrap;
  private final BrokerFaults faults;
  private final BrokerServer broker;
  private final ControllerServer controller;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(
      String bootstrap, BrokerFaults faults, BrokerServer broker, ControllerServer controller) {
    this.bootstrap = bootstrap;
    this.faults = faults;
    this.broker = broker;
    this.controller = controller;
  }

  /**
   * Starts a broker, or starts it again: what the folder holds is found.
   *
   * @param folder created when missing
   * @throws IllegalStateException when it cannot start, with the folder and the reason
   */
  public static EmbeddedBroker start(Path folder) {
    BrokerFaults.disarmExits();
    long began = System.nanoTime();
    try {
      Files.createDirectories(folder);
      LoopbackSockets sockets =
          LoopbackSockets.bind(BrokerProperties.CLIENTS, BrokerProperties.CONTROLLERS);
      try {
        EmbeddedBroker started = start(folder, sockets);
        LOG.info(
            "embedded broker at {} after {} ms",
            started.bootstrap,
            Duration.ofNanos(System.nanoTime() - began).toMillis());
        return started;
      } catch (Exception | Error e) {
        sockets.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded broker cannot use " + folder, e);
    } catch (Exception e) {
      throw new IllegalStateException(
          "the embedded broker cannot start in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static EmbeddedBroker start(Path folder, LoopbackSockets sockets) throws Exception {
    String clients = sockets.address(BrokerProperties.CLIENTS);
    Properties properties =
        BrokerProperties.of(folder, clients, sockets.address(BrokerProperties.CONTROLLERS));
    KafkaConfig config = new KafkaConfig(properties, false);
    format(folder);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    BrokerFaults faults = new BrokerFaults();
    SharedServer shared =
        new SharedServer(
            config,
            stored._1(),
            Time.SYSTEM,
            new Metrics(Time.SYSTEM),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            List.of(),
            faults,
            sockets);
    ControllerServer controller =
        new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
    BrokerServer broker = new BrokerServer(shared);
    EmbeddedBroker embedded = new EmbeddedBroker(clients, faults, broker, controller);
    try {
      controller.startup();
      broker.startup();
      return embedded;
    } catch (RuntimeException | Error e) {
      embedded.close();
      throw e;
    }
  }

  /** Gives a new folder its identity; a folder that has one keeps it. */
  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerProperties.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(BrokerProperties.CONTROLLERS)
        .setIgnoreFormatted(true)
        .run();
  }

  /** {@code host:port} for clients. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Why the broker can no longer be trusted; empty while it is well. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(faults.fatal().getNow(null));
  }

  /** Calls back, once, when the broker can no longer be trusted. */
  public void whenFailed(Consumer<Throwable> listener) {
    var unused = faults.fatal().thenAccept(listener);
  }

  /** Stops it, everything flushed; closing twice is harmless. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    for (Map.Entry<String, Runnable> step :
        List.<Map.Entry<String, Runnable>>of(
            Map.entry("broker", () -> broker.shutdown(SHUTDOWN_PATIENCE)),
            Map.entry("controller", controller::shutdown))) {
      try {
        step.getValue().run();
      } catch (RuntimeException e) {
        LOG.warn("closing the embedded {} failed", step.getKey(), e);
      }
    }
  }
}
