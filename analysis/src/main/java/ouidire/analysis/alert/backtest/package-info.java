/** Playing a time again, to see what a rule would have done. */
@NullMarked
package ouidire.analysis.alert.backtest;

import org.jspecify.annotations.NullMarked;
