package ouidire.core.alert;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Decision} that was dealt with: kept in the incident's own record, so that no restart
 * carries it out again.
 *
 * @param id the decision's
 * @param refused why nothing was done; null when it was carried out
 */
public record Decided(String id, @Nullable String refused) {}
