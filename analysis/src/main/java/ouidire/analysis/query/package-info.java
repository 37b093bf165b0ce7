/**
 * The query language: from text to a small tree, and from the tree to the history's index.
 *
 * <pre>{@code
 * QueryParser parser = new QueryParser(ZoneId.of("America/Toronto"), KnownLists.NONE);
 * ParsedQuery query = parser.parse("nordika NEAR/5 (rappel OR retrait) NOT lang:en", Stage.COLLECT);
 * query.canonical();  // nordika NEAR/5 (rappel OR retrait) AND NOT lang:en
 * query.warnings();   // what may not be what was meant
 * }</pre>
 *
 * <p>{@link ouidire.analysis.query.QueryParser} reads text to a {@link
 * ouidire.analysis.query.Query}, whose leaves are either facts compared whole ({@code author:},
 * {@code lang:}) or a {@link ouidire.analysis.query.Place}: something that stands somewhere in the
 * title or the text, so that nearness can be asked of it. A query that cannot be read is a {@link
 * ouidire.analysis.query.QueryException} with position, what was found, what was expected and the
 * remedy, in French and in English.
 *
 * <p>The page {@code QUERY-LANGUAGE.md} of this module is the language's manual for people.
 */
@NullMarked
package ouidire.analysis.query;

import org.jspecify.annotations.NullMarked;
