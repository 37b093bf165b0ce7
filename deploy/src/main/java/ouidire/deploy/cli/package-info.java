/**
 * The {@code ouidire} command: {@link ouidire.deploy.cli.Main} picks a verb, each verb is one
 * class. Data goes to the standard output as JSON, words for people to the standard error, in
 * French when the locale asks for it; exit 0 done, 1 failed, 2 wrong usage.
 */
@NullMarked
package ouidire.deploy.cli;

import org.jspecify.annotations.NullMarked;
