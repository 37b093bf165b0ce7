/**
 * The history of all mentions, to read: {@link ouidire.core.history.MentionHistory}. It is a
 * projection of {@code ouidire.analysed}; Lucene on one machine, OpenSearch beyond, behind the same
 * port and contract tests.
 */
@NullMarked
package ouidire.core.history;

import org.jspecify.annotations.NullMarked;
