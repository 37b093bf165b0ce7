/**
 * The configuration: one commented YAML, {@code ouidire.yml}, that lists every knob with its
 * default. {@link ouidire.core.config.SettingsReader} turns it into {@link
 * ouidire.core.config.Settings}.
 *
 * <p>A value comes from the command line, else from the environment ({@code http.port} is {@code
 * OUIDIRE_HTTP_PORT}), else from the file, else it is the default. Nothing is guessed: an unknown
 * key or a bad value is a {@link ouidire.core.config.Problem} that names the key, the value, where
 * it stands and the remedy, and all problems are told at once.
 */
@NullMarked
package ouidire.core.config;

import org.jspecify.annotations.NullMarked;
