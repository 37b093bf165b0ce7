/** The {@code ouidire} command and the wiring of the service. */
@NullMarked
package ouidire.deploy;

import org.jspecify.annotations.NullMarked;
