package ouidire.analysis.tone;

/**
 * What one word is worth to a model.
 *
 * @param model to which
 * @param square of the length of its letter groups' occurrences
 * @param letters what its letter groups add to each output, before norm and scale
 * @param vector its slot among the vectors, -1 when it has none
 */
record WordWeights(LinearModel model, long square, int[] letters, int vector) {}
