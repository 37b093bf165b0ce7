package ouidire.core.mention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who said it, by the source's word. Nothing is invented: what a source hides is null.
 *
 * @param handle account name without {@code @}; null when the source has none
 * @param name display name
 * @param followers followers when the mention was collected
 * @param createdAt when the account was opened
 */
public record Author(
    @Nullable String handle,
    @Nullable String name,
    @Nullable Long followers,
    @Nullable Instant createdAt) {
  public static final Author UNKNOWN = new Author(null, null, null);

  /** One whose account is of unknown age. */
  public Author(@Nullable String handle, @Nullable String name, @Nullable Long followers) {
    this(handle, name, followers, null);
  }

  public Author {
    handle = PlainText.orNull(handle);
    name = PlainText.orNull(name);
  }

  /** The handle, else the display name, else null: the key that authors are counted by. */
  public @Nullable String key() {
    return handle != null ? handle : name;
  }
}
