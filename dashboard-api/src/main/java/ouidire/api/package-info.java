/**
 * The HTTP edge: {@link ouidire.api.ApiServer} answers programs and browsers, reading through the
 * ports of {@code listener-core}.
 *
 * <p>A call goes: security headers and the caller's rate, then, where the {@linkplain
 * ouidire.api.Access route asks for it}, the key or session ({@code Guard}), then one method of one
 * {@code ...Resource} class, which reads its {@code Parameters} and writes its JSON. Whatever it
 * throws becomes a {@linkplain ouidire.api.problem problem} in one place ({@code Problems}). All
 * routes stand in one table ({@code ApiRoutes}); {@code openapi.yaml} describes the same ones,
 * which a test holds.
 */
@NullMarked
package ouidire.api;

import org.jspecify.annotations.NullMarked;
