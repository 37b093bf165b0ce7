package ouidire.api;

import java.util.Set;
import ouidire.core.metrics.PipelineMetrics;

/**
 * The pipeline's counters at one moment, since the service started.
 *
 * @param collected items that sources gave, those refused at the door included; equals analysed +
 *     rejected + dead once nothing is under way
 * @param analysed mentions that were analysed
 * @param notKept of the analysed, those that match no brand, of a source that keeps only what does
 * @param rejected mentions that broke a rule, and items that a push or an import refused
 * @param dead records that could not be understood
 * @param indexed mentions written to the history
 * @param lag records on the streams and not yet searchable
 * @param roles what this process does: {@code broker, ingest, analyse, alert, serve}
 */
public record PipelineStatus(
    long collected,
    long analysed,
    long notKept,
    long rejected,
    long dead,
    long indexed,
    long lag,
    Set<String> roles) {
  public PipelineStatus {
    roles = Set.copyOf(roles);
  }

  /**
   * The counters that this process keeps.
   *
   * @param lag records on the streams and not yet searchable
   */
  public static PipelineStatus of(PipelineMetrics.Counts counts, long lag, Set<String> roles) {
    return new PipelineStatus(
        counts.collected(),
        counts.analysed(),
        counts.notKept(),
        counts.rejected(),
        counts.dead(),
        counts.indexed(),
        lag,
        roles);
  }
}
