/**
 * The formulas behind the numbers that are more than a count, each with its source: {@link
 * ouidire.api.metric.ToneIndex}, {@link ouidire.api.metric.ShareOfVoice}.
 */
@NullMarked
package ouidire.api.metric;

import org.jspecify.annotations.NullMarked;
