/**
 * The service: what runs, in which order it starts, and how it ends. {@link ouidire.deploy.app.App}
 * wires everything by plain {@code new}, from what {@link ouidire.deploy.app.Part} says the roles
 * need, and registers the end of each thing right after its beginning.
 */
@NullMarked
package ouidire.deploy.app;

import org.jspecify.annotations.NullMarked;
