/** See {@code lawless.core}. */
@NullMarked
package lawless.ingest;

import org.jspecify.annotations.NullMarked;
