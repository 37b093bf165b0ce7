package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.SignedLinks;

/**
 * Links that acknowledge one incident for one recipient, without signing in, for a while. Opening
 * one changes nothing (mail programs open links by themselves): the page asks.
 */
public final class AckLinks implements SignedLinks {
  private static final Base64.Encoder WRITE = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder READ = Base64.getUrlDecoder();

  private final byte[] secret;
  private final Supplier<Optional<URI>> base;

  /**
   * @param secret at least 32 random bytes, the same in every process
   * @param base where people reach the dashboard, without a slash at the end; empty when nobody
   *     said
   */
  public AckLinks(byte[] secret, Supplier<Optional<URI>> base) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a secret of 32 bytes or more is needed");
    }
    this.secret = secret.clone();
    this.base = base;
  }

  @Nullable URI acknowledge(String incident, String recipient, Instant until) {
    return base.get()
        .map(at -> URI.create(at + "/acknowledge/" + token(incident, recipient, until)))
        .orElse(null);
  }

  @Nullable URI page(String incident) {
    return base.get().map(at -> URI.create(at + "/incidents/" + incident)).orElse(null);
  }

  String token(String incident, String recipient, Instant until) {
    String said = until.getEpochSecond() + "\n" + incident + "\n" + recipient;
    byte[] bytes = said.getBytes(UTF_8);
    return WRITE.encodeToString(bytes) + "." + WRITE.encodeToString(sign(bytes));
  }

  @Override
  public Optional<Link> read(String token, Instant now) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() != 2 || token.length() > 1_000) {
      return Optional.empty();
    }
    try {
      byte[] said = READ.decode(parts.getFirst());
      if (!MessageDigest.isEqual(sign(said), READ.decode(parts.getLast()))) {
        return Optional.empty();
      }
      List<String> lines = List.of(new String(said, UTF_8).split("\n", 3));
      Instant until = Instant.ofEpochSecond(Long.parseLong(lines.getFirst()));
      return now.isBefore(until)
          ? Optional.of(new Link(lines.get(1), lines.getLast()))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private byte[] sign(byte[] said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
