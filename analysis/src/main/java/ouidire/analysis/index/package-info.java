/**
 * The history of mentions in Lucene, on one machine.
 *
 * <p>{@link ouidire.analysis.index.Fields} names what is indexed, {@link
 * ouidire.analysis.index.MentionDocuments} makes documents of mentions. {@link
 * ouidire.analysis.index.LuceneMentionIndex} writes them, {@link
 * ouidire.analysis.index.LuceneMentionHistory} answers.
 *
 * <p>The index is a projection of {@code ouidire.analysed}. Each Lucene commit holds, in its user
 * data, the position in the stream up to which it was processed ({@link
 * ouidire.analysis.index.Processed}): recovery is to open the last commit and go on reading there.
 * An index that is damaged, of another schema or of another stream is moved aside and rebuilt.
 *
 * <p>Counting is fast because segments are sorted by publication time, newest first: the first page
 * is at the start of each segment, a period is one run of mentions, and a histogram goes down its
 * buckets without ever coming back to one. Values are counted by ordinal inside a segment, and only
 * those that were seen are looked up.
 */
@NullMarked
package ouidire.analysis.index;

import org.jspecify.annotations.NullMarked;
