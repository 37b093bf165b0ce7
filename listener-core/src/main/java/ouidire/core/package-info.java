/**
 * What the other modules share and nothing else: the {@linkplain ouidire.core.mention mention} and
 * what is known of it, {@linkplain ouidire.core.brand brands}, the {@linkplain ouidire.core.stream
 * streams} it travels on, the {@linkplain ouidire.core.history history} it ends in, and {@linkplain
 * ouidire.core.config configuration}. No Lucene, no CoreNLP, no HTTP server.
 */
@NullMarked
package ouidire.core;

import org.jspecify.annotations.NullMarked;
