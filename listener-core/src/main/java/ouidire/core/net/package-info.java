/**
 * Reaching addresses that strangers chose: feeds, links, webhook targets. An {@link
 * ouidire.core.net.AddressGuard} says which may be reached; {@link ouidire.core.net.GuardedHttp}
 * makes the client that connects to the very address the guard has checked, so that a name which
 * answers differently the second time (DNS rebinding) gains nothing.
 *
 * <p>A caller checks the first address and every redirect with {@link
 * ouidire.core.net.AddressGuard#check}: the client follows none by itself.
 */
@NullMarked
package ouidire.core.net;

import org.jspecify.annotations.NullMarked;
