/** The meters of the pipeline, named in one class: {@link ouidire.core.metrics.PipelineMetrics}. */
@NullMarked
package ouidire.core.metrics;

import org.jspecify.annotations.NullMarked;
