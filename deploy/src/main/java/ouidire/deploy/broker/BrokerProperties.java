package ouidire.deploy.broker;

import java.nio.file.Path;
import java.util.Properties;
import ouidire.core.stream.KafkaSettings;

/**
 * Settings of the one node: small buffers and few threads, since it shares a heap of 1 GiB and two
 * cores with everything else, and no waiting for peers that do not exist.
 */
final class BrokerProperties {
  static final int NODE = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLERS = "CONTROLLERS";

  private BrokerProperties() {}

  static Properties of(Path folder, String clients, String controllers) {
    Properties all = new Properties();
    all.put("node.id", Integer.toString(NODE));
    all.put("process.roles", "broker,controller");
    all.put("listeners", CLIENTS + "://" + clients + "," + CONTROLLERS + "://" + controllers);
    all.put("advertised.listeners", CLIENTS + "://" + clients);
    all.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLERS + ":PLAINTEXT");
    all.put("inter.broker.listener.name", CLIENTS);
    all.put("controller.listener.names", CONTROLLERS);
    all.put("controller.quorum.voters", NODE + "@" + controllers);
    all.put("log.dirs", folder.toString());
    all.put("auto.create.topics.enable", "false");
    all.put("default.replication.factor", "1");
    all.put("min.insync.replicas", "1");
    all.put("message.max.bytes", Integer.toString(KafkaSettings.MAX_RECORD_BYTES));
    all.put("replica.fetch.max.bytes", Integer.toString(KafkaSettings.MAX_RECORD_BYTES));

    all.put("offsets.topic.num.partitions", "2");
    all.put("offsets.topic.replication.factor", "1");
    all.put("transaction.state.log.num.partitions", "1");
    all.put("transaction.state.log.replication.factor", "1");
    all.put("transaction.state.log.min.isr", "1");
    all.put("share.coordinator.state.topic.num.partitions", "1");
    all.put("share.coordinator.state.topic.replication.factor", "1");
    all.put("share.coordinator.state.topic.min.isr", "1");
    all.put("group.initial.rebalance.delay.ms", "0");

    // A killed node registers again only once its former session has ended; one node needs no long
    // one, but must outlive a pause of a loaded machine.
    all.put("broker.session.timeout.ms", "6000");
    all.put("broker.heartbeat.interval.ms", "500");
    all.put("controller.quorum.election.timeout.ms", "500");
    all.put("controller.quorum.fetch.timeout.ms", "10000");

    all.put("num.network.threads", "2");
    all.put("num.io.threads", "4");
    all.put("background.threads", "2");
    all.put("num.recovery.threads.per.data.dir", "2");
    all.put("queued.max.requests", "64");
    all.put("log.segment.bytes", Integer.toString(128 << 20));
    all.put("log.index.size.max.bytes", Integer.toString(2 << 20));
    all.put("log.cleaner.threads", "1");
    all.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    all.put("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
    all.put("metadata.max.idle.interval.ms", "5000");
    return all;
  }
}
