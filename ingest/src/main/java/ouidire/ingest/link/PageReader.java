package ouidire.ingest.link;

import java.time.Duration;
import java.util.Locale;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.FetchResult;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.fetch.Validators;

/** Fetches a page that may link to somewhere. */
public final class PageReader {
  /** Who asks. */
  public static final String USER_AGENT = "Ouidire/0.1 (+link check)";

  /** A page of words is far smaller; a Webmention must not make us fetch a film. */
  public static final FetchLimits LIMITS =
      new FetchLimits(
          2 * 1024 * 1024,
          100,
          5,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20));

  private static final String ACCEPT =
      "text/html, application/xhtml+xml;q=0.9, application/json;q=0.7, text/plain;q=0.7";

  private final SafeFetcher fetcher;

  /**
   * @param fetcher with {@link #LIMITS}, or stricter ones
   */
  public PageReader(SafeFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** What came of it. */
  sealed interface Answer {
    record Read(WebPage page) implements Answer {}

    /** It answers 404 or 410. */
    record Gone(int status) implements Answer {}

    record Failed(Wording reason) implements Answer {}
  }

  Answer read(String url) {
    return switch (fetcher.fetch(url, Validators.NONE, ACCEPT)) {
      case FetchResult.Fetched fetched -> read(fetched);
      case FetchResult.Gone gone -> new Answer.Gone(410);
      case FetchResult.Failed failed when failed.status() == 404 -> new Answer.Gone(404);
      case FetchResult.Failed failed -> new Answer.Failed(failed.reason());
      case FetchResult.NotModified same ->
          new Answer.Failed(new Wording("réponse vide", "an empty answer"));
    };
  }

  private static Answer read(FetchResult.Fetched fetched) {
    String header = fetched.contentType();
    String type =
        header == null ? "text/html" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.isEmpty() || type.equals("text/html") || type.equals("application/xhtml+xml")) {
      return new Answer.Read(HtmlPage.of(fetched.body(), header, fetched.address()));
    }
    if (type.equals("application/json") || type.endsWith("+json")) {
      return new Answer.Read(TextPage.ofJson(fetched.body()));
    }
    if (type.startsWith("text/")) {
      return new Answer.Read(TextPage.ofText(fetched.body()));
    }
    return new Answer.Failed(
        new Wording("le type ", "the type ")
            .then(Wording.same(type.length() > 80 ? type.substring(0, 80) : type))
            .then(
                new Wording(
                    " n’est ni du HTML, ni du JSON, ni du texte", " is no HTML, JSON or text")));
  }
}
