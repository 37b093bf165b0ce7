/**
 * Watching brands, on event time.
 *
 * <p>{@code Series} holds what rules need of one brand under one filter: counts of five minutes
 * over a month, the mentions of the last day. {@code CrisisDetection} is the built-in rule; {@code
 * Conditions} judges the rules that people write. {@link ouidire.analysis.alert.watch.BrandWatch}
 * has all rules of one brand; it is given mentions and moments and answers with judgements, and
 * neither knows nor cares whether the moments are now ({@link ouidire.analysis.alert.watch.Watch})
 * or were last month (a back-test): that is why both come to the same end, event by event.
 *
 * <p>Moments are multiples of a quarter of a second: the first one after each mention, and every
 * half minute ({@link ouidire.analysis.alert.watch.Moments}).
 */
@NullMarked
package ouidire.analysis.alert.watch;

import org.jspecify.annotations.NullMarked;
