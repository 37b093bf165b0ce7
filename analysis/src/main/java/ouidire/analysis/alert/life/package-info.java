/**
 * The life of incidents.
 *
 * <p>{@code Life} is a pure state machine: an incident and what happened go in, the changed
 * incident and the messages it owes come out. {@link ouidire.analysis.alert.life.Desk} holds all
 * incidents, applies one change after the other and keeps each in an {@link
 * ouidire.analysis.alert.life.IncidentStore} before anybody sees it: state and outbox are one
 * record, so that no crash parts them.
 *
 * <pre>
 * pending -> firing -> acknowledged -> resolved
 *    |         ^------------'             ^
 *    '- never held long enough -----------'      beside: silenced, inhibited, suppressed, over budget
 * </pre>
 *
 * <p>Of several processes that would do so one does: {@link ouidire.analysis.alert.life.KafkaSeat}
 * says which, and the store holds to it.
 *
 * <p>What is new and what belongs to an incident already there is decided in {@code Beginning}; who
 * is told in {@code Routing}; who is on call in {@link ouidire.core.alert.OnCall}.
 */
@NullMarked
package ouidire.analysis.alert.life;

import org.jspecify.annotations.NullMarked;
