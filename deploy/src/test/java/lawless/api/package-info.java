/** See {@code lawless.core}. */
@NullMarked
package lawless.api;

import org.jspecify.annotations.NullMarked;
