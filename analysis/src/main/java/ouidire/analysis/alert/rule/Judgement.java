package ouidire.analysis.alert.rule;

import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Signal;

/**
 * What a rule says of a brand at one moment.
 *
 * @param rule the rule
 * @param holds whether it fires
 * @param eased whether it is so far below what made it fire that it may be over; between the two an
 *     incident goes on
 * @param signal the numbers
 */
public record Judgement(AlertRule rule, boolean holds, boolean eased, Signal signal) {}
