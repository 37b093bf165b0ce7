/**
 * The live matcher: which of many queries one mention matches, and where.
 *
 * <pre>{@code
 * LiveMatcher matcher = new LiveMatcher();
 * matcher.put("nordika", parser.parse("nordika NEAR/5 rappel", Stage.COLLECT));
 * List<Match> matches = matcher.match(facts.read(mention, "fr", null));
 * }</pre>
 *
 * <p>{@link ouidire.analysis.match.LiveMatcher} looks each term of the mention up once, among the
 * terms that some query cannot do without, and asks only the queries so found. {@link
 * ouidire.analysis.match.QueryEvaluator} asks one query part by part: it explains matches, and is
 * what the matcher and the history are tested against.
 */
@NullMarked
package ouidire.analysis.match;

import org.jspecify.annotations.NullMarked;
