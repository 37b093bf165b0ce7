/**
 * Fetching what strangers serve. {@link ouidire.ingest.fetch.SafeFetcher} asks for one address with
 * the validators of the last answer and says what came as a {@link
 * ouidire.ingest.fetch.FetchResult}. Addresses, redirects, sizes, compression ratios and times are
 * all bounded; no cookie is kept and no referrer sent.
 */
@NullMarked
package ouidire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
