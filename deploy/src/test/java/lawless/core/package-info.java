/** Code that breaks every law of the architecture on purpose, to prove that its test bites. */
@NullMarked
package lawless.core;

import org.jspecify.annotations.NullMarked;
