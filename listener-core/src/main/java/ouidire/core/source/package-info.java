/**
 * What is known of the sources that mentions come from, for whoever shows or watches their health.
 */
@NullMarked
package ouidire.core.source;

import org.jspecify.annotations.NullMarked;
