/**
 * What people know better than we do: the tone or the kinds of one mention ({@link
 * ouidire.core.correction.Correction}), and what words mean for one brand ({@link
 * ouidire.core.correction.WordRule}). Both are kept among the settings, so that they outlive every
 * new analysis and every new import, say who made them, and can be taken back.
 */
@NullMarked
package ouidire.core.correction;

import org.jspecify.annotations.NullMarked;
