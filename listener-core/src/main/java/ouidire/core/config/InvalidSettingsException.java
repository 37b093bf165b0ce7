package ouidire.core.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with all that is wrong with it. */
public final class InvalidSettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public InvalidSettingsException(List<Problem> problems) {
    super(text(problems, Locale.ENGLISH));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** One line a problem. */
  public String text(Locale locale) {
    return text(problems, locale);
  }

  private static String text(List<Problem> problems, Locale locale) {
    return problems.stream().map(p -> p.text(locale)).collect(Collectors.joining("\n"));
  }
}
