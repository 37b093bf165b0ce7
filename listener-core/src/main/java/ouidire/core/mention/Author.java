package ouidire.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * Who said it, by the source's word. Nothing is invented: what a source hides is null.
 *
 * @param handle account name without {@code @}; null when the source has none
 * @param name display name
 * @param followers followers when the mention was collected
 */
public record Author(@Nullable String handle, @Nullable String name, @Nullable Long followers) {
  public static final Author UNKNOWN = new Author(null, null, null);

  public Author {
    handle = PlainText.orNull(handle);
    name = PlainText.orNull(name);
  }

  /** The handle, else the display name, else null: the key that authors are counted by. */
  public @Nullable String key() {
    return handle != null ? handle : name;
  }
}
