package ouidire.analysis.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was lately worked out of word forms. Words come again and again (Zipf), so that most of what
 * depends on a form alone needs no second look. Of bounded size: two forms share a place, the
 * latest two that fell on it. Thread-safe.
 *
 * @param <V> an immutable value
 */
public final class FormCache<V> {
  private static final int SLOTS = 1 << 16;
  private static final int LONGEST = 32;

  private final Function<String, V> work;
  private final AtomicReferenceArray<@Nullable Known<V>> recent = new AtomicReferenceArray<>(SLOTS);

  private record Known<V>(String form, V value) {}

  /**
   * @param work works a form's value out; always the same for the same form
   */
  public FormCache(Function<String, V> work) {
    this.work = work;
  }

  /** The value of a form. */
  public V of(String form) {
    int slot = form.hashCode() * 0x9E3779B1 >>> 16;
    Known<V> first = recent.getAcquire(slot);
    if (first != null && first.form.equals(form)) {
      return first.value;
    }
    Known<V> second = recent.getAcquire(slot ^ 1);
    if (second != null && second.form.equals(form)) {
      return second.value;
    }
    V value = work.apply(form);
    if (form.length() <= LONGEST) {
      if (first != null) {
        recent.setRelease(slot ^ 1, first);
      }
      recent.setRelease(slot, new Known<>(form, value));
    }
    return value;
  }
}
