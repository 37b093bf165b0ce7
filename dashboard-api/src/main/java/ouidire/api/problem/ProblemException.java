package ouidire.api.problem;

/** Ends a call with a problem. Has no stack trace: it is an answer, not a defect. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.kind().slug(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
