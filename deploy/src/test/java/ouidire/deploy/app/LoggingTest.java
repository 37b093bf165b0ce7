package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import ouidire.core.config.Settings;

class LoggingTest {
  @Test
  void theEmbeddedBrokersOwnLinesAreForThoseWhoTrace() {
    Logging.configure(new Settings.Log(Settings.Log.Format.TEXT, Settings.Log.Level.DEBUG));
    assertThat(LoggerFactory.getLogger("org.apache.kafka.controller.X").isErrorEnabled()).isTrue();
    Logging.configure(new Settings.Log(Settings.Log.Format.TEXT, Settings.Log.Level.INFO));
    for (String broker :
        new String[] {
          "org.apache.kafka.controller.ReplicationControlManager",
          "state.change.logger",
          "kafka.server.BrokerServer"
        }) {
      assertThat(LoggerFactory.getLogger(broker).isErrorEnabled()).as(broker).isFalse();
    }
    assertThat(LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").isErrorEnabled())
        .as("a cluster that refuses us is our trouble")
        .isTrue();
    assertThat(LoggerFactory.getLogger("ouidire.deploy.broker.BrokerFaults").isErrorEnabled())
        .as("what the broker cannot live with")
        .isTrue();
  }
}
