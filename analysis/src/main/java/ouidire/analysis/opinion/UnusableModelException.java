package ouidire.analysis.opinion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Problem;

/** A model, or a file that belongs to it, that cannot be used. */
public final class UnusableModelException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private UnusableModelException(Problem problem, Throwable cause) {
    super(problem.key() + " " + problem.code() + " " + problem.details(), cause);
    this.problem = problem;
  }

  private UnusableModelException(Problem problem) {
    super(problem.key() + " " + problem.code() + " " + problem.details());
    this.problem = problem;
  }

  static UnusableModelException of(String key, String code, @Nullable Object... details) {
    return new UnusableModelException(problem(key, code, details));
  }

  static UnusableModelException of(
      Throwable cause, String key, String code, @Nullable Object... details) {
    return new UnusableModelException(problem(key, code, details), cause);
  }

  private static Problem problem(String key, String code, @Nullable Object... details) {
    return new Problem(key, "", code, Arrays.stream(details).map(String::valueOf).toList());
  }

  /** What is wrong with it, and the remedy, for people. */
  public Problem problem() {
    return problem;
  }
}
