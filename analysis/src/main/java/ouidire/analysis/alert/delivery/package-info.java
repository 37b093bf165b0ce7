/**
 * Telling people.
 *
 * <p>{@link ouidire.analysis.alert.delivery.Courier} looks for messages that incidents owe ({@link
 * ouidire.analysis.alert.life.Desk#owed}), has them written ({@link
 * ouidire.analysis.alert.delivery.MessageText}: ten lines, for its audience, in its language),
 * gives them to the channel's {@link ouidire.analysis.alert.delivery.Notifier} and keeps what
 * became of them. {@code Statuses} decides what each HTTP status means; every target passes the
 * address guard; no outcome tells a secret.
 *
 * <p>To add a channel: a constant in {@link ouidire.core.alert.Channel.Kind} with its settings and
 * secrets, a class here that makes its body, a line in {@link
 * ouidire.analysis.alert.delivery.Channels}, and its row in the test that sends through every
 * channel.
 */
@NullMarked
package ouidire.analysis.alert.delivery;

import org.jspecify.annotations.NullMarked;
