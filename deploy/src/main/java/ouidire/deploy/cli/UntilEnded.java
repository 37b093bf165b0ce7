package ouidire.deploy.cli;

import java.util.concurrent.ExecutionException;
import ouidire.deploy.app.App;

/**
 * Waits until the service fails or the process is told to end. A signal closes the service first
 * and then leaves with 0: being told to end and ending is no failure.
 */
final class UntilEnded implements AutoCloseable {
  private final Console console;
  private final Runnable closing;
  private final Thread hook = Thread.ofPlatform().name("ouidire-end").unstarted(this::end);

  /**
   * @param closing ends the service and all that belongs to it
   */
  UntilEnded(Console console, Runnable closing) {
    this.console = console;
    this.closing = closing;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Returns only by throwing: the failure of a part that the service cannot live without. */
  void await(App app) throws InterruptedException, ExecutionException {
    app.failed().get();
  }

  private void end() {
    console.say("up.ending");
    closing.run();
    console.say("up.ended");
    console.out().flush();
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook does our work.
    }
  }
}
