/**
 * From the streams to the history: two loops and the letters they give up.
 *
 * <pre>
 * ouidire.mentions -> {@link ouidire.analysis.pipeline.MentionAnalyser} -> ouidire.analysed
 *                            |  {@link ouidire.analysis.pipeline.MentionAnalysis}: language, tone, brands
 *                            +-> ouidire.dead-letters, read by {@link ouidire.analysis.pipeline.DeadLetters}
 * ouidire.analysed -> {@link ouidire.analysis.pipeline.MentionIndexer} -> the index -> who listens live
 * </pre>
 *
 * <p>The analyser belongs to a consumer group and commits an offset only after everything before it
 * was acknowledged downstream. The indexer belongs to none: its position is in the index, and moves
 * with the documents. Both may see a record twice after a crash; ids make that harmless.
 */
@NullMarked
package ouidire.analysis.pipeline;

import org.jspecify.annotations.NullMarked;
