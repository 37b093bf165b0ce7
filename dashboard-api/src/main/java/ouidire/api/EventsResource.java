package ouidire.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import ouidire.api.live.Follower;
import ouidire.api.live.LiveEvent;
import ouidire.api.live.LiveFeed;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.history.LiveFilter;
import ouidire.core.mention.AnalysedMention;

/**
 * {@code GET /api/v1/events}: new mentions under a filter, and alerts, as server-sent events
 * (WHATWG HTML, section 9.2). Each stream has a virtual thread that waits for events or for the
 * client.
 */
final class EventsResource {
  private static final String RETRY_AFTER = "10";
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);

  private final LiveFeed feed;
  private final FilterParameters filters;
  private final LiveQueries queries;
  private final InstantSource clock;
  private final Duration heartbeat;

  /** Tells this process's event ids from an earlier one's. */
  private final String epoch;

  EventsResource(LiveFeed feed, FilterParameters filters, ApiPorts ports, ApiSettings settings) {
    this.feed = feed;
    this.filters = filters;
    this.queries = ports.queries();
    this.clock = ports.clock();
    this.heartbeat = settings.heartbeat();
    this.epoch = Long.toString(clock.millis(), 36) + "-";
  }

  void follow(Context call) throws IOException {
    Predicate<AnalysedMention> filter =
        LiveFilter.of(filters.read(call).filter(), queries::compile);
    try (Follower follower =
        feed.follow(filter, lastSeen(call)).orElseThrow(EventsResource::tooMany)) {
      call.res().setContentType("text/event-stream;charset=utf-8");
      // A proxy that gathers answers would hold events back.
      call.header("X-Accel-Buffering", "no");
      tell(call.res().getOutputStream(), follower, Caller.of(call));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(OutputStream out, Follower follower, Caller caller)
      throws IOException, InterruptedException {
    out.write("retry: 3000\n\n".getBytes(US_ASCII));
    out.flush();
    Instant checked = clock.instant();
    while (true) {
      LiveEvent event = follower.next(Duration.ZERO);
      if (event == null) {
        out.flush();
        event = follower.next(heartbeat);
      }
      if (follower.closed()) {
        return;
      }
      if (event == null || !clock.instant().isBefore(checked.plus(heartbeat))) {
        checked = clock.instant();
        if (caller.again().get().isEmpty()) {
          return;
        }
      }
      if (event == null) {
        out.write(HEARTBEAT);
      } else {
        write(out, event);
      }
    }
  }

  private void write(OutputStream out, LiveEvent event) throws IOException {
    String head = "event: " + event.name() + "\nid: " + epoch + event.number() + "\ndata: ";
    out.write(head.getBytes(US_ASCII));
    out.write(event.data());
    out.write('\n');
    out.write('\n');
  }

  /** The last event that a reconnecting client had; one of another process is never kept here. */
  private long lastSeen(Context call) {
    String id = call.header("Last-Event-ID");
    if (id == null || id.isBlank()) {
      return 0;
    }
    try {
      return id.startsWith(epoch)
          ? Math.max(0, Long.parseLong(id.substring(epoch.length())))
          : Long.MAX_VALUE;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static RuntimeException tooMany() {
    return Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.streams"), RETRY_AFTER)
        .with("retryAfter", RETRY_AFTER)
        .exception();
  }
}
