package ouidire.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import ouidire.core.history.LiveMentions.Subscription;

/**
 * Keeps what people change while the service runs, by kind and id, with who changed what. Safe for
 * any number of threads.
 */
public interface SettingsStore {
  /** As an expected version: whatever is there. */
  long ANY_VERSION = -1;

  /** As an expected version: nothing is there. */
  long ABSENT = 0;

  /** Changes remembered of one entry. */
  int CHANGES_KEPT = 50;

  /** Largest value, bytes of its JSON in UTF-8. */
  int MAX_VALUE_BYTES = 512 * 1024;

  /** Longest id, characters. */
  int MAX_ID = 1_000;

  Optional<Setting> get(String kind, String id);

  /** All of a kind, by id. */
  List<Setting> list(String kind);

  /**
   * Keeps a value. Returns once it is kept for good and {@link #get} gives it; a value equal to the
   * present one changes nothing and is no change in the history.
   *
   * @param kind lower-case letters and hyphens
   * @param id not blank, at most {@value #MAX_ID} characters
   * @param author who does it, as people call them
   * @param expected the version that the author saw, {@link #ABSENT} for a new entry, {@link
   *     #ANY_VERSION} to replace whatever is there
   * @throws SettingConflictException when another version is there
   * @throws IllegalArgumentException for a kind, id or value that cannot be kept, with the remedy
   * @throws SettingNotKeptException when it could not be kept; it may be tried again
   */
  Setting put(String kind, String id, JsonNode value, String author, long expected);

  /**
   * Keeps a value in the place of the entry and of all that is remembered of it, in one record: at
   * no moment is there neither. For what no person wrote, and for secrets. The version goes on.
   * Returns once it is kept for good; a value equal to the present one changes nothing, unless a
   * history is there to go.
   *
   * @throws SettingConflictException when another process changed the entry at the same moment
   * @throws IllegalArgumentException for a kind, id or value that cannot be kept, with the remedy
   * @throws SettingNotKeptException when it could not be kept; it may be tried again
   */
  Setting replace(String kind, String id, JsonNode value, String author);

  /**
   * Deletes an entry; one that is not there is left so. Its history stays, until {@link #forget}.
   *
   * @return whether there was one
   * @throws SettingConflictException when another version than expected is there
   * @throws SettingNotKeptException when it could not be done; it may be tried again
   */
  boolean delete(String kind, String id, String author, long expected);

  /** Deletes an entry and all that is remembered of it: it leaves no trace. */
  void forget(String kind, String id);

  /** The last changes of an entry, deleted or not, newest first. */
  List<SettingChange> history(String kind, String id);

  /**
   * Calls the listener with every change from now on, in order, also those of other processes. A
   * listener returns soon, never throws, and changes no setting itself.
   */
  Subscription subscribe(Consumer<SettingChange> listener);

  /**
   * Refuses what cannot name an entry.
   *
   * @throws IllegalArgumentException with the remedy
   */
  static void requireName(String kind, String id) {
    if (!Names.KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "kind " + kind + ": give lower-case letters and hyphens, at most 40");
    }
    if (id.isBlank() || id.length() > MAX_ID) {
      throw new IllegalArgumentException(
          "id of " + kind + ": give 1 to " + MAX_ID + " characters, found " + id.length());
    }
  }

  /** How kinds are written. */
  final class Names {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");

    private Names() {}
  }
}
