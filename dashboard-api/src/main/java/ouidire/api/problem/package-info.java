/**
 * What is answered when a call cannot be: one {@link ouidire.api.problem.Problem} in the form of
 * RFC 9457, in the reader's language, naming what is wrong and what to do.
 *
 * <p>Code throws {@link ouidire.api.problem.ProblemException}; its words stand in {@code
 * messages_fr.properties} and {@code messages_en.properties}.
 */
@NullMarked
package ouidire.api.problem;

import org.jspecify.annotations.NullMarked;
