package ouidire.api;

import java.util.Set;
import ouidire.core.metrics.PipelineMetrics;

/**
 * The pipeline's counters at one moment, since the service started.
 *
 * @param collected mentions that sources gave; equals analysed + rejected + dead once nothing is
 *     under way
 * @param analysed mentions that were analysed
 * @param rejected mentions that broke a rule
 * @param dead records that could not be understood
 * @param indexed mentions written to the history
 * @param lag records on the streams and not yet searchable
 * @param roles what this process does: {@code broker, ingest, analyse, alert, serve}
 */
public record PipelineStatus(
    long collected,
    long analysed,
    long rejected,
    long dead,
    long indexed,
    long lag,
    Set<String> roles) {
  public PipelineStatus {
    roles = Set.copyOf(roles);
  }

  /** The counters that this process keeps. */
  public static PipelineStatus of(PipelineMetrics.Counts counts, Set<String> roles) {
    return new PipelineStatus(
        counts.collected(),
        counts.analysed(),
        counts.rejected(),
        counts.dead(),
        counts.indexed(),
        counts.analyserLag() + counts.indexerLag(),
        roles);
  }
}
