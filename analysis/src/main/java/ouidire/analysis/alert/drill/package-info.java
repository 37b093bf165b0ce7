/** Exercises: a crisis that nobody had, through the path of every real one. */
@NullMarked
package ouidire.analysis.alert.drill;

import org.jspecify.annotations.NullMarked;
