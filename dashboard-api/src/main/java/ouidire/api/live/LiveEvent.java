package ouidire.api.live;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something to tell followers. Its JSON is written once, when the first of them sends it. */
public final class LiveEvent {
  private final long number;
  private final String name;
  private final Supplier<byte[]> json;
  private volatile byte @Nullable [] data;

  LiveEvent(long number, String name, Supplier<byte[]> json) {
    this.number = number;
    this.name = name;
    this.json = json;
  }

  /** Place in the stream since the server started, from 1. */
  public long number() {
    return number;
  }

  /** {@code mention, alert, lagged}. */
  public String name() {
    return name;
  }

  /** One line of JSON. */
  public byte[] data() {
    byte[] written = data;
    if (written == null) {
      written = json.get();
      data = written;
    }
    return written;
  }
}
