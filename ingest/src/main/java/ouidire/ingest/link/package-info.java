/**
 * Pages that link to a brand's sites, fetched: to verify a webmention, to see whether a link is
 * still there, to learn where a short link leads. All of it goes through {@link
 * ouidire.ingest.fetch.SafeFetcher}, which never reaches a private address.
 *
 * <ul>
 *   <li>{@link ouidire.ingest.link.PageReader} fetches a page and finds its links and its words
 *   <li>{@link ouidire.ingest.link.WebmentionReceiver} takes W3C Webmentions and publishes those
 *       that are true
 *   <li>{@link ouidire.ingest.link.LinkPatrol} looks for lost links and follows short ones, slowly
 *   <li>{@link ouidire.ingest.link.Robots} is what a site asks of programs (RFC 9309)
 * </ul>
 */
@NullMarked
package ouidire.ingest.link;

import org.jspecify.annotations.NullMarked;
