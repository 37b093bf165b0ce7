/**
 * Sources: one package a kind, and the engines they share. Each hands its mentions to a {@link
 * ouidire.core.stream.MentionPublisher}.
 */
@NullMarked
package ouidire.ingest;

import org.jspecify.annotations.NullMarked;
