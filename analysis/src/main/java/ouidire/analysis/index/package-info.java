/**
 * The history of mentions in Lucene, on one machine.
 *
 * <p>{@link ouidire.analysis.index.Fields} names what is indexed, {@link
 * ouidire.analysis.index.MentionDocuments} makes documents of mentions.
 */
@NullMarked
package ouidire.analysis.index;

import org.jspecify.annotations.NullMarked;
