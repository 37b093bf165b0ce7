package ouidire.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import ouidire.api.key.ApiKeys;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionHistory;
import ouidire.core.link.LinkPorts;
import ouidire.core.source.SourceDirectory;
import ouidire.core.story.StoryDirectory;
import ouidire.core.stream.MentionPublisher;

/**
 * What the API reads from and writes to; whoever wires gives it.
 *
 * @param history the mentions to read
 * @param live the mentions as they become searchable
 * @param queries makes a live stream keep to a query as the history does
 * @param brands what is watched
 * @param sources where mentions come from and how that goes
 * @param alerts what was far from usual
 * @param stories what mentions are about, and how it spreads
 * @param publisher where pushed mentions go
 * @param keys who may call
 * @param pipeline the counters of {@code /status}, now
 * @param checks what must be well for {@code /health/ready}
 * @param meters where calls are counted and timed
 * @param scrape the Prometheus text of all meters
 * @param clock now
 * @param editing what people change, and what helps them to
 * @param alerting incidents, and what people do with them
 * @param links who links to brands, and what is done about it
 */
public record ApiPorts(
    MentionHistory history,
    LiveMentions live,
    LiveQueries queries,
    BrandCatalogue brands,
    SourceDirectory sources,
    AlertDirectory alerts,
    StoryDirectory stories,
    MentionPublisher publisher,
    ApiKeys keys,
    Supplier<PipelineStatus> pipeline,
    List<HealthCheck> checks,
    MeterRegistry meters,
    Supplier<String> scrape,
    InstantSource clock,
    Editing editing,
    AlertPorts alerting,
    LinkPorts links) {
  public ApiPorts {
    checks = List.copyOf(checks);
  }
}
