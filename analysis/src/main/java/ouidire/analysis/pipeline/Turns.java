package ouidire.analysis.pipeline;

/** Lets threads that work side by side do one thing one after the other, in a given order. */
final class Turns {
  private int next;
  private boolean broken;

  /** Begins anew with turn 0; nobody waits now. */
  synchronized void begin() {
    next = 0;
    broken = false;
  }

  /**
   * Does something once all turns before it are over.
   *
   * @throws IllegalStateException when an earlier turn will never come
   */
  synchronized void take(int turn, Runnable action) {
    while (next != turn && !broken) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted before turn " + turn, e);
      }
    }
    if (broken) {
      throw new IllegalStateException("turn " + next + " failed");
    }
    action.run();
    next++;
    notifyAll();
  }

  /** A turn will never come: nobody is to wait for it. */
  synchronized void fail() {
    broken = true;
    notifyAll();
  }
}
