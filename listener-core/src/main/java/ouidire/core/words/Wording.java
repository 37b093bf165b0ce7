package ouidire.core.words;

import java.util.Locale;

/**
 * Something said to people, in both languages of the interface, with the same facts in each.
 *
 * @param french said to whoever reads French
 * @param english said to everybody else
 */
public record Wording(String french, String english) {
  /** What is the same in every language: a name, a path, a number. */
  public static Wording same(String text) {
    return new Wording(text, text);
  }

  /** What a reader is told: French where the locale is French, English otherwise. */
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
  }

  /** This and then that, with nothing between. */
  public Wording then(Wording rest) {
    return new Wording(french + rest.french, english + rest.english);
  }

  /** The same behind a name or path that stands in every language. */
  public Wording after(String name) {
    return same(name).then(this);
  }
}
