/**
 * Alerts as those who show them see them: what was observed, what was expected, and the mentions
 * that made it. Who raises them, delivers them and keeps them is behind {@link
 * ouidire.core.alert.AlertDirectory}.
 */
@NullMarked
package ouidire.core.alert;

import org.jspecify.annotations.NullMarked;
