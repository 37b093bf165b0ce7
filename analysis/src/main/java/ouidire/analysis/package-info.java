/**
 * From a collected mention to what is known of it: queries, language, tone, and the index of the
 * history.
 */
@NullMarked
package ouidire.analysis;

import org.jspecify.annotations.NullMarked;
