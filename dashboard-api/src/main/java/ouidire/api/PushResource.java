package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.PushedMentions.Item;
import ouidire.api.key.ApiKey;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.SourceRef;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;

/**
 * {@code POST /api/v1/mentions}: mentions pushed by anyone's own program. Answered once the stream
 * has them for good; sending the same again changes nothing, since ids are deterministic.
 */
final class PushResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final Logger LOG = LoggerFactory.getLogger(PushResource.class);
  private static final String LINES = "application/x-ndjson";
  private static final String RETRY_AFTER = "5";
  private static final Wording NOT_KEPT =
      new Wording(
          "n’a pas pu être conservée cette fois ; envoyez-la de nouveau",
          "could not be kept now; send it again");

  private final MentionPublisher publisher;
  private final InstantSource clock;
  private final ApiSettings settings;
  private final Counter accepted;
  private final Counter rejected;

  PushResource(ApiPorts ports, ApiSettings settings) {
    this.publisher = ports.publisher();
    this.clock = ports.clock();
    this.settings = settings;
    this.accepted = counter(ports.meters(), "accepted");
    this.rejected = counter(ports.meters(), "rejected");
  }

  /** What became of one mention; {@code error} is null when it was accepted. */
  private record Outcome(@Nullable String id, @Nullable Wording error, @Nullable String field) {}

  void push(Context call) throws IOException {
    String type = Bodies.requireType(call, "application/json", LINES);
    ApiKey key = Caller.of(call).key();
    String name =
        Parameters.of(call, Parameters.names("source"))
            .one("source", MentionRules.MAX_NAME)
            .orElse(key.name());
    SourceRef source = new SourceRef("webhook", name);
    byte[] body = Bodies.read(call, settings.maxBody());
    List<Item> items =
        type.equals(LINES)
            ? PushedMentions.ofLines(body, source, clock.instant(), settings.maxPushed())
            : PushedMentions.ofJson(body, source, clock.instant(), settings.maxPushed());
    List<Outcome> outcomes = publish(items);
    long good = outcomes.stream().filter(outcome -> outcome.error() == null).count();
    accepted.increment(good);
    rejected.increment(outcomes.size() - good);
    long unfit = items.stream().filter(item -> item.error() != null).count();
    if (unfit > 0) {
      var unused = publisher.refused(unfit);
    }
    AUDIT.info("push with key {}: {} of {} accepted", key.id(), good, outcomes.size());
    call.status(good == outcomes.size() ? 200 : 207);
    Locale reader = AnswerLanguage.of(call);
    Json.object(call, json -> answer(json, good, outcomes, reader));
  }

  private List<Outcome> publish(List<Item> items) {
    List<@Nullable CompletableFuture<Void>> sent = new ArrayList<>(items.size());
    boolean open = true;
    for (Item item : items) {
      CompletableFuture<Void> future = null;
      Mention mention = item.mention();
      if (mention != null && item.error() == null && open) {
        future = send(mention);
        open = !future.isCompletedExceptionally();
      }
      sent.add(future);
    }
    long deadline = System.nanoTime() + settings.publishTimeout().toNanos();
    List<Outcome> outcomes = new ArrayList<>(items.size());
    boolean anyKept = false;
    boolean anyLost = false;
    for (int i = 0; i < sent.size(); i++) {
      Mention mention = items.get(i).mention();
      InvalidMentionException error = items.get(i).error();
      String id = mention == null ? null : mention.id();
      if (error != null) {
        outcomes.add(new Outcome(id, error.text(), error.field()));
      } else if (kept(sent.get(i), deadline)) {
        anyKept = true;
        outcomes.add(new Outcome(id, null, null));
      } else {
        anyLost = true;
        outcomes.add(new Outcome(id, NOT_KEPT, null));
      }
    }
    if (anyLost && !anyKept) {
      throw Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.publisher"), RETRY_AFTER)
          .with("retryAfter", RETRY_AFTER)
          .exception();
    }
    return outcomes;
  }

  private CompletableFuture<Void> send(Mention mention) {
    try {
      return publisher.publish(mention);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean kept(@Nullable CompletableFuture<Void> sent, long deadline) {
    if (sent == null) {
      return false;
    }
    try {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      sent.get(left.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("a pushed mention was not kept", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void answer(JsonGenerator json, long good, List<Outcome> outcomes, Locale reader)
      throws IOException {
    json.writeNumberField("accepted", good);
    json.writeNumberField("rejected", outcomes.size() - good);
    json.writeArrayFieldStart("results");
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      json.writeStartObject();
      json.writeNumberField("index", i);
      Json.text(json, "id", outcome.id());
      json.writeStringField("status", outcome.error() == null ? "accepted" : "rejected");
      if (outcome.error() != null) {
        json.writeObjectFieldStart("error");
        Json.text(json, "field", outcome.field());
        json.writeStringField("detail", outcome.error().in(reader));
        json.writeBooleanField("retry", outcome.field() == null);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Counter counter(MeterRegistry meters, String status) {
    return Counter.builder("ouidire.api.pushed")
        .description("Mentions pushed, by what became of them")
        .tag("status", status)
        .register(meters);
  }
}
