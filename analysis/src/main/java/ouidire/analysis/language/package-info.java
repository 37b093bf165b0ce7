/**
 * Which language a short text is in, fast, by its small words and the letters that tell languages
 * apart. Honest: {@code und} when a text is too short, mixed or unknown to tell.
 */
@NullMarked
package ouidire.analysis.language;

import org.jspecify.annotations.NullMarked;
