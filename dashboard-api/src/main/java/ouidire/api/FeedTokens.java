package ouidire.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import ouidire.core.settings.SettingsStore;

/**
 * The secrets in the addresses of feeds: feed readers cannot send headers. A token is 128 random
 * bits, opens the feeds of one search for reading and nothing else, and is kept as it is, because
 * whoever may read the search is shown its address again and again.
 */
final class FeedTokens {
  private static final String KIND = "feed-token";
  private static final String TOKEN = "token";
  private static final int BYTES = 16;
  private final SettingsStore settings;
  private final SecureRandom random = new SecureRandom();

  FeedTokens(SettingsStore settings) {
    this.settings = settings;
  }

  /** The token of a search; null when it has none. */
  @Nullable String of(String search) {
    return settings.get(KIND, search).map(kept -> kept.value().path(TOKEN).asText()).orElse(null);
  }

  void ensure(String search) {
    if (of(search) == null) {
      renew(search);
    }
  }

  void renew(String search) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    // Without a history: a token that was replaced is of no use to anybody.
    settings.forget(KIND, search);
    settings.put(
        KIND,
        search,
        JsonNodeFactory.instance.objectNode().put(TOKEN, token),
        "ouidire",
        SettingsStore.ANY_VERSION);
  }

  void forget(String search) {
    settings.forget(KIND, search);
  }

  /** Compares in a time that says nothing of where they differ. */
  boolean opens(String search, String token) {
    String kept = of(search);
    return kept != null && MessageDigest.isEqual(kept.getBytes(US_ASCII), token.getBytes(US_ASCII));
  }
}
