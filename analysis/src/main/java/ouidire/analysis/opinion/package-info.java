/**
 * A second opinion on tone, from a transformer that the user brings.
 *
 * <p>The linear model of {@code ouidire.analysis.tone} answers for every mention in microseconds
 * and knows when it is unsure. Where it is, and only there, a {@link
 * ouidire.analysis.opinion.TextClassifier} may be asked: {@link
 * ouidire.analysis.opinion.OnnxClassifier} runs an ONNX model with its tokenizer file. {@link
 * ouidire.analysis.opinion.SecondOpinion} joins both answers, each for one half, finds which words
 * moved the second one by leaving them out, and keeps to {@link
 * ouidire.analysis.opinion.TimeBudget}, so that a slow model slows the doubtful mentions only and
 * only so far.
 *
 * <p>Another classifier is added in four steps: implement {@code TextClassifier}, run its answers
 * through {@code SecondOpinionTest}, choose it in the wiring by a key of the configuration, say so
 * in TONE.md.
 */
@NullMarked
package ouidire.analysis.opinion;

import org.jspecify.annotations.NullMarked;
