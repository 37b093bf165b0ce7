package ouidire.analysis.alert.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;

/**
 * Puts on record what the mentions said that made an incident page: for each, its address, its time
 * and the SHA-256 of its text in UTF-8. In the chained log it proves later that a text was this
 * one.
 */
public final class Evidence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  private final Desk desk;
  private final Function<String, Optional<AnalysedMention>> mentions;
  private final Subscription following;
  private final ExecutorService clerk =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("ouidire-evidence").daemon().factory());

  public Evidence(Desk desk, Function<String, Optional<AnalysedMention>> mentions) {
    this.desk = desk;
    this.mentions = mentions;
    this.following = desk.follow(this::look);
  }

  private void look(Incident incident) {
    if (incident.fired() && incident.open() && missing(incident)) {
      clerk.execute(() -> keep(incident.id()));
    }
  }

  private static boolean missing(Incident incident) {
    return incident.signal().mentions().stream().anyMatch(id -> !has(incident, id));
  }

  private static boolean has(Incident incident, String mention) {
    return incident.log().stream()
        .anyMatch(
            entry ->
                entry.kind() == Entry.Kind.EVIDENCE
                    && mention.equals(entry.details().get("mention")));
  }

  private void keep(String id) {
    try {
      Incident incident = desk.find(id).orElseThrow();
      List<Map<String, String>> lines = new ArrayList<>();
      for (String mention : incident.signal().mentions()) {
        if (!has(incident, mention)) {
          mentions.apply(mention).ifPresent(found -> lines.add(line(found.mention())));
        }
      }
      if (!lines.isEmpty()) {
        Incident unused = desk.record(id, Entry.Kind.EVIDENCE, lines);
      }
    } catch (RuntimeException e) {
      LOG.error("evidence of incident {} could not be kept", id, e);
    }
  }

  private static Map<String, String> line(Mention mention) {
    String url = mention.url();
    Map<String, String> line = new LinkedHashMap<>();
    line.put("mention", mention.id());
    line.put("url", url == null ? "" : url);
    line.put("publishedAt", mention.publishedAt().toString());
    line.put("sha256", digest(mention.fullText()));
    return line;
  }

  /** SHA-256 of a text in UTF-8, hexadecimal. */
  public static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    following.close();
    clerk.shutdown();
  }
}
