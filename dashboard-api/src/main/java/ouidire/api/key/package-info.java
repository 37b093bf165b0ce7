/**
 * Who may call: {@linkplain ouidire.api.key.ApiKeys keys} for programs, sessions for browsers.
 *
 * <p>Both are 256 random bits, shown once and kept as their SHA-256 only. A slow hash such as
 * Argon2id guards guessable passwords; nobody guesses 256 bits, so a fast one is enough and costs a
 * request nothing.
 */
@NullMarked
package ouidire.api.key;

import org.jspecify.annotations.NullMarked;
