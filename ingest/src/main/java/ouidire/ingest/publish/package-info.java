/**
 * How sources hand their mentions over: {@link ouidire.ingest.publish.KafkaMentionPublisher} writes
 * them to {@code ouidire.mentions}, {@link ouidire.ingest.publish.KafkaCursorStore} keeps how far
 * each source was read. The order is always the same: publish, await the acknowledgement, save the
 * cursor. A crash between the two publishes again, and ids make that harmless.
 */
@NullMarked
package ouidire.ingest.publish;

import org.jspecify.annotations.NullMarked;
