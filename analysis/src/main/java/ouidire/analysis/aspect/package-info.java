/**
 * What of a brand people speak about, and how: price, billing, service, staff, delay, quality, app,
 * safety, choice, place. A list of words says what names an aspect; the tone is that of the clause
 * it stands in, so that each aspect of a mixed mention has its own.
 *
 * <pre>{@code
 * List<Aspect> aspects = new AspectFinder(new ToneScorer()).of(reading);  // price:positive, delay:negative
 * }</pre>
 *
 * <p>To add an aspect: its line in {@code aspects-fr.tsv}, its name in {@code mention.schema.json},
 * its words in the dashboard's {@code i18n}, a row in {@code AspectFinderTest}.
 */
@NullMarked
package ouidire.analysis.aspect;

import org.jspecify.annotations.NullMarked;
