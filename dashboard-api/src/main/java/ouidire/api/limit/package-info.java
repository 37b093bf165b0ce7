/** How often somebody may call: {@link ouidire.api.limit.RateLimiter}. */
@NullMarked
package ouidire.api.limit;

import org.jspecify.annotations.NullMarked;
