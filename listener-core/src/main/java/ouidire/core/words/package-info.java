/**
 * Words for people in both languages. What is said where no reader is known yet (a reason, a
 * remedy) is carried as a {@link ouidire.core.words.Wording} and put in one language where it is
 * shown; the log has the English.
 */
@NullMarked
package ouidire.core.words;

import org.jspecify.annotations.NullMarked;
