package ouidire.core.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of the incident's playbook.
 *
 * @param id within the incident
 * @param role who has to do it
 * @param text what to do
 * @param dueAt until when; null for no time
 * @param signOff whether another role has to agree to it
 * @param doneAt when it was done; null while it is not
 * @param doneBy by whom; null while it is not
 * @param signedBy who agreed; null while nobody has
 */
public record Task(
    String id,
    String role,
    String text,
    @Nullable Instant dueAt,
    boolean signOff,
    @Nullable Instant doneAt,
    @Nullable String doneBy,
    @Nullable String signedBy) {}
