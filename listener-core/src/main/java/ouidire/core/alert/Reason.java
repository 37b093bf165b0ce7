package ouidire.core.alert;

import java.util.Locale;

/**
 * Why an alert was raised, in one sentence for people, in both languages of the interface.
 *
 * @param french the sentence in French
 * @param english the same in English, with the same numbers
 */
public record Reason(String french, String english) {
  /** The sentence for a reader: English where the locale is English, French otherwise. */
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : french;
  }
}
