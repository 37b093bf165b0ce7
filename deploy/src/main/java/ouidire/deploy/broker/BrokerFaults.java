package ouidire.deploy.broker;

import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker does when it breaks. By itself it would end the process; here a fault is logged
 * and kept, and the service around it decides.
 */
final class BrokerFaults implements FaultHandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerFaults.class);
  private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();

  /** Keeps the broker's own exits from ending the JVM; for the whole process, once is enough. */
  static void disarmExits() {
    Exit.setExitProcedure((status, message) -> refuse("exit", status, message));
    Exit.setHaltProcedure((status, message) -> refuse("halt", status, message));
    Exit.setShutdownHookAdder((name, hook) -> {});
  }

  private static void refuse(String how, int status, String message) {
    LOG.error("the embedded broker asked to {} with status {}: {}", how, status, message);
    throw new IllegalStateException(
        "the embedded broker gave up (status " + status + "): " + message);
  }

  @Override
  public FaultHandler build(String name, boolean isFatal, Runnable action) {
    return (message, cause) -> {
      LOG.error("fault in the embedded broker, {}: {}", name, message, cause);
      RuntimeException fault = new IllegalStateException(name + ": " + message, cause);
      if (isFatal) {
        fatal.complete(fault);
      }
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.warn("counting a fault of the embedded broker failed", e);
      }
      return fault;
    };
  }

  /** Completes with the first fault that the broker cannot live with. */
  CompletableFuture<Throwable> fatal() {
    return fatal;
  }
}
