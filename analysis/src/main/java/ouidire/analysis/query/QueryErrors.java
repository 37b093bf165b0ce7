package ouidire.analysis.query;

/**
 * How errors of a query are made, in both languages: what was found, what was expected, what to do.
 * The errors themselves are in {@link WritingErrors}, {@link OperatorErrors}, {@link TermErrors}
 * and {@link SizeErrors}.
 */
final class QueryErrors {
  private static final int SHOWN = 40;

  private QueryErrors() {}

  static QueryException error(
      String code,
      int position,
      String foundFr,
      String foundEn,
      String expectedFr,
      String expectedEn,
      String remedyFr,
      String remedyEn) {
    return new QueryException(
        code,
        position,
        new Message(foundFr, foundEn),
        new Message(expectedFr, expectedEn),
        new Message(remedyFr, remedyEn));
  }

  /** A piece of the query as errors quote it: short, on one line. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder("« ");
    int end = Math.min(text.length(), SHOWN);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return out.append(text.length() > SHOWN ? "… »" : " »").toString();
  }
}
