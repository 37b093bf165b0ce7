/**
 * RSS 0.90 to 2.0, Atom 0.3 and 1.0, RDF, CDF and JSON Feed, as they are found rather than as they
 * should be.
 *
 * <p>{@link ouidire.ingest.feed.FeedParser} turns bytes into a {@link
 * ouidire.ingest.feed.ParsedFeed}: decode ({@code FeedCharset}), read the tree tolerantly ({@code
 * XmlFeedReader}, {@code JsonFeedReader}), read each entry ({@code EntryReader}), make its texts
 * readable ({@code TextConstruct}, {@code ReadableText}), understand its dates ({@code FeedDates}).
 * No document type, no entity but HTML's and the short ones a feed declares itself, nothing fetched
 * while parsing. Markup is read, never kept: what leaves is text.
 *
 * <p>{@link ouidire.ingest.feed.FeedPoller} reads each configured feed at its own rhythm ({@code
 * FeedSchedule}) and publishes its entries as mentions ({@code FeedReading}, {@code FeedMentions});
 * its cursor ({@code FeedCursor}) follows the acknowledgements. {@link
 * ouidire.ingest.feed.FeedPrinter} prints entries for the {@code feed} verb.
 */
@NullMarked
package ouidire.ingest.feed;

import org.jspecify.annotations.NullMarked;
