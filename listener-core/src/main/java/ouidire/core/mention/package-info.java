/**
 * The mention: one thing said by somebody somewhere at some time, as it was collected ({@link
 * ouidire.core.mention.Mention}), and with what analysis adds to it ({@link
 * ouidire.core.mention.AnalysedMention}).
 *
 * <p>A mention's id is deterministic: the same post collected twice has the same id ({@link
 * ouidire.core.mention.MentionIds}), so that every consumer can be idempotent by it. Its JSON form,
 * on Kafka, in files and in the API, is described by the JSON Schema in {@code
 * ouidire/schema/mention.schema.json}.
 */
@NullMarked
package ouidire.core.mention;

import org.jspecify.annotations.NullMarked;
