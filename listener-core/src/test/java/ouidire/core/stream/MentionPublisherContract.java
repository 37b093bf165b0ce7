package ouidire.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionIds;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/** What every {@link MentionPublisher} holds to. */
public abstract class MentionPublisherContract {
  /** A publisher whose stream answers. */
  protected abstract MentionPublisher publisher() throws Exception;

  /** What that publisher's stream holds, in the order it came for each id. */
  protected abstract List<Mention> kept() throws Exception;

  @Test
  void keepsEveryFieldOfAnAcknowledgedMention() throws Exception {
    Mention mention = mention("1", "L'Érabelle, c'est \"bon\" 🍁\n<script>alert(1)</script>");
    publisher().publish(mention).get(30, TimeUnit.SECONDS);
    assertThat(kept()).containsExactly(mention);
  }

  @Test
  void keepsManyAndOneIdInOrder() throws Exception {
    MentionPublisher publisher = publisher();
    List<CompletableFuture<Void>> acks = new ArrayList<>();
    List<Mention> sent = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Mention mention = mention("n" + i % 50, "version " + i);
      sent.add(mention);
      acks.add(publisher.publish(mention));
    }
    CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    List<Mention> kept = kept();
    assertThat(kept).containsExactlyInAnyOrderElementsOf(sent);
    for (int n = 0; n < 50; n++) {
      String id = MentionIds.ofNative("rss", "n" + n);
      assertThat(kept.stream().filter(m -> m.id().equals(id)).toList())
          .isEqualTo(sent.stream().filter(m -> m.id().equals(id)).toList());
    }
  }

  protected static Mention mention(String nativeId, String text) {
    Instant at = Instant.parse("2026-03-01T14:05:00.123Z");
    return new Mention(
        MentionIds.ofNative("rss", nativeId),
        new SourceRef("rss", "Le Petit Journal du sirop"),
        "https://journal.example/" + nativeId,
        new Author(null, "Maude Tremblay", null),
        at,
        at.plusSeconds(60),
        "fr",
        null,
        MentionType.ARTICLE,
        "À table",
        text,
        List.of("https://erabelle.example/"),
        List.of("sirop"),
        Engagement.NONE,
        null,
        null);
  }
}
