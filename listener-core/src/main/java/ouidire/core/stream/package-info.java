/**
 * The streams that mentions travel on: {@linkplain ouidire.core.stream.Topics topics}, their
 * records' form, and the ports of those who write to them.
 */
@NullMarked
package ouidire.core.stream;

import org.jspecify.annotations.NullMarked;
