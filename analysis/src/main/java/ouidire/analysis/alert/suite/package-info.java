/**
 * Crises that never happened: scripted histories, made from a seed, in which the watch of every day
 * has to find what was put there and nothing else.
 *
 * <p>{@link ouidire.analysis.alert.suite.Script} says what happens to which brand; {@code Quiet} is
 * the weather without it; {@link ouidire.analysis.alert.suite.Rehearsal} lets time pass through the
 * live watch; {@link ouidire.analysis.alert.suite.CrisisEvaluation} counts.
 */
@NullMarked
package ouidire.analysis.alert.suite;

import org.jspecify.annotations.NullMarked;
