/**
 * How fast something spreads and how far it will go.
 *
 * <p>A {@link ouidire.analysis.cascade.Cascade} is an original post and its reshares. {@link
 * ouidire.analysis.cascade.CascadeForecaster} looks at one at any moment of its life and says how
 * many reshares it will have in the end, with an interval that holds the truth in four cases of
 * five, its speed and its doubling time. The model is a regression on logarithms of counts (Szabo
 * and Huberman, "Predicting the popularity of online content", 2010) that sees, beside the count so
 * far, how much of it is recent. {@link ouidire.analysis.cascade.CascadeEvaluation} measures it
 * beside that regression alone and beside the self-exciting process of SEISMIC (Zhao et al., KDD
 * 2015), implemented here as {@link ouidire.analysis.cascade.Seismic}.
 */
@NullMarked
package ouidire.analysis.cascade;

import org.jspecify.annotations.NullMarked;
