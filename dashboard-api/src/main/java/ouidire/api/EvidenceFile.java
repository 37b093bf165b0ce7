package ouidire.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.Mention;

/**
 * What the legal department takes away: of each mention that drove an incident its address, times
 * and the SHA-256 of its text as it was put on record, the text as the history has it now, and
 * whether it still is that one. The chain of the log vouches for the hashes.
 */
final class EvidenceFile {
  private EvidenceFile() {}

  static ObjectNode of(Incident incident, MentionHistory history) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("incident", incident.id()).put("key", incident.key()).put("brand", incident.brand());
    file.put("startedAt", incident.startedAt().toString());
    file.put("exercise", incident.exercise());
    file.put("intact", incident.tamperedAt().isEmpty());
    file.put("hash", "SHA-256, UTF-8");
    ArrayNode items = file.putArray("items");
    for (Entry entry : incident.log()) {
      if (entry.kind() == Entry.Kind.EVIDENCE) {
        item(items.addObject(), entry, history);
      }
    }
    return file;
  }

  private static void item(ObjectNode json, Entry entry, MentionHistory history) {
    Map<String, String> kept = entry.details();
    String id = kept.getOrDefault("mention", "");
    json.put("mention", id).put("url", kept.getOrDefault("url", ""));
    json.put("publishedAt", kept.getOrDefault("publishedAt", ""));
    json.put("preservedAt", entry.at().toString());
    json.put("sha256", kept.getOrDefault("sha256", ""));
    json.put("logLine", entry.number()).put("logHash", entry.hash());
    history
        .find(id)
        .ifPresent(
            found -> {
              Mention mention = found.mention();
              json.put("source", mention.source().name());
              json.put("author", mention.author().key());
              json.put("text", mention.fullText());
              json.put("unchanged", digest(mention.fullText()).equals(kept.get("sha256")));
            });
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
