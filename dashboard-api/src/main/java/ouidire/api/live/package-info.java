/**
 * What happens, to those who follow it: {@link ouidire.api.live.LiveFeed} takes each mention from
 * the index's thread in the time of one queue insertion, and does the rest (matching filters,
 * writing JSON, waiting for slow readers) on its own threads.
 */
@NullMarked
package ouidire.api.live;

import org.jspecify.annotations.NullMarked;
