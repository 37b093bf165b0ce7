/**
 * Tells when a brand is talked about far more than usual.
 *
 * <p>{@link ouidire.analysis.anomaly.AnomalyDetector} reads one count per five minutes and gives
 * each an anomaly score in [0, 1], 0.5 or more meaning "page". It knows only the past, has the same
 * parameters for every brand, and its reading holds the numbers that decided: observed, expected,
 * and how far apart in units of this brand's own unrest.
 *
 * <p>It is measured like the published detectors: {@link
 * ouidire.analysis.anomaly.AnomalyEvaluation} runs it over labelled series and prints the scores of
 * the Numenta Anomaly Benchmark, beside the alert rules that today's tools document and a random
 * cut forest, in the same run. {@link ouidire.analysis.anomaly.LeaveOneOut} tells what of it holds
 * on series that were not tuned on: those left out, and those made of the others.
 */
@NullMarked
package ouidire.analysis.anomaly;

import org.jspecify.annotations.NullMarked;
