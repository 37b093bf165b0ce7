/** See {@code lawless.core}. */
@NullMarked
package lawless.analysis;

import org.jspecify.annotations.NullMarked;
