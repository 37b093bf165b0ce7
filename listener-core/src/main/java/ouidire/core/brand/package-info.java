/** Brands and the queries that find their mentions. */
@NullMarked
package ouidire.core.brand;

import org.jspecify.annotations.NullMarked;
