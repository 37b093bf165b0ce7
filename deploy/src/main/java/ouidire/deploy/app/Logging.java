package ouidire.deploy.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import ouidire.core.config.Settings;

/**
 * What is logged, on the standard error: our own words from the level asked for, other people's
 * from WARN, as text or as one JSON object a line.
 */
public final class Logging {
  private Logging() {}

  public static void configure(Settings.Log log) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    EncoderBase<ILoggingEvent> encoder = encoder(context, log.format());
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    root.detachAndStopAllAppenders();
    root.addAppender(console);
    root.setLevel(Level.WARN);
    // Says that vectors of numbers would search faster with an incubating module; we search none.
    context
        .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider")
        .setLevel(Level.ERROR);
    // What the embedded broker says of itself while it starts is no trouble of anyone's; what it
    // cannot live with is told by us. Of a cluster, its clients tell what is wrong.
    boolean tracing = log.level() == Settings.Log.Level.DEBUG;
    for (String broker : List.of("org.apache.kafka", "kafka", "state.change.logger")) {
      context.getLogger(broker).setLevel(tracing ? Level.WARN : Level.OFF);
    }
    context.getLogger("org.apache.kafka.clients").setLevel(tracing ? Level.WARN : Level.ERROR);
    context.getLogger("ouidire").setLevel(Level.toLevel(log.level().name()));
  }

  private static EncoderBase<ILoggingEvent> encoder(
      LoggerContext context, Settings.Log.Format format) {
    if (format == Settings.Log.Format.JSON) {
      JsonEncoder json = new JsonEncoder();
      json.setWithSequenceNumber(false);
      json.setWithNanoseconds(false);
      json.setWithContext(false);
      json.setWithMessage(false);
      json.setWithArguments(false);
      json.setWithFormattedMessage(true);
      return json;
    }
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex{short}");
    text.setContext(context);
    return text;
  }
}
