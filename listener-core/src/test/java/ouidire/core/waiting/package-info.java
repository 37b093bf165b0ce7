/** Waiting in tests: for a condition, never for a time. */
@NullMarked
package ouidire.core.waiting;

import org.jspecify.annotations.NullMarked;
