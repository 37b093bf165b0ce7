/** What rules say. */
@NullMarked
package ouidire.analysis.alert.rule;

import org.jspecify.annotations.NullMarked;
