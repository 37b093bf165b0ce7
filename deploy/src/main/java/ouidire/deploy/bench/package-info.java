/** Measurements of the whole, each beside its peer in the same run. */
@NullMarked
package ouidire.deploy.bench;

import org.jspecify.annotations.NullMarked;
