/** See {@code lawless.core}. */
@NullMarked
package lawless.deploy;

import org.jspecify.annotations.NullMarked;
