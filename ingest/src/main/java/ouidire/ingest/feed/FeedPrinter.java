package ouidire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.PlainText;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.BoundedBody;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.FetchResult;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.fetch.Validators;

/**
 * Prints feeds' entries as JSON Lines: {@code feed} (the argument it came from), {@code id, title,
 * url, author{name}, publishedAt} (ISO 8601, UTC), {@code language, text, links}; what a feed does
 * not say is left out. A feed that cannot be read costs one line on the error stream and the others
 * go on.
 */
public final class FeedPrinter {
  private static final JsonFactory JSON = new JsonFactory();

  /** What makes an argument an address; a single letter is a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private final SafeFetcher fetcher;
  private final OutputStream out;
  private final PrintStream err;
  private final Locale reader;

  /**
   * @param fetcher for arguments that are addresses
   * @param out where the lines go, UTF-8; neither closed nor flushed
   * @param err one line for each feed that is broken, in part or whole
   * @param reader whose language those lines are in
   */
  public FeedPrinter(SafeFetcher fetcher, OutputStream out, PrintStream err, Locale reader) {
    this.fetcher = fetcher;
    this.out = out;
    this.err = err;
    this.reader = reader;
  }

  /**
   * Prints every feed.
   *
   * @param feeds files, or http and https addresses
   * @return 0 when each could be read, at least in part; 1 when one could not
   * @throws IOException when {@code out} does not take what is printed
   */
  public int print(List<String> feeds) throws IOException {
    boolean allRead = true;
    for (String feed : feeds) {
      allRead &= print(feed);
    }
    return allRead ? 0 : 1;
  }

  private boolean print(String feed) throws IOException {
    ParsedFeed parsed;
    try {
      parsed = isAddress(feed) ? fetched(feed) : read(feed);
    } catch (NotAFeedException e) {
      say(feed, e.words());
      return false;
    }
    if (parsed.partial() != null) {
      int kept = parsed.entries().size();
      say(
          feed,
          parsed
              .partial()
              .then(new Wording(" ; articles gardés : " + kept, "; entries kept: " + kept)));
    }
    for (FeedEntry entry : parsed.entries()) {
      line(feed, entry);
    }
    return true;
  }

  private static boolean isAddress(String feed) {
    return SCHEME.matcher(feed).lookingAt();
  }

  private ParsedFeed fetched(String url) throws NotAFeedException {
    return switch (fetcher.fetch(url, Validators.NONE)) {
      case FetchResult.Fetched f -> FeedParser.parse(f.body(), f.contentType(), f.address());
      case FetchResult.Failed f -> throw new NotAFeedException(f.reason());
      case FetchResult.Gone g ->
          throw new NotAFeedException("a disparu pour de bon (410)", "is gone for good (410)");
      case FetchResult.NotModified n ->
          throw new NotAFeedException("a répondu 304 sans raison", "answered 304 unasked");
    };
  }

  private static ParsedFeed read(String file) throws NotAFeedException {
    byte[] bytes;
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new NotAFeedException(
            "est un dossier ; donnez un fichier ou une adresse",
            "is a folder; give a file or an address");
      }
      try (InputStream in = Files.newInputStream(path)) {
        bytes = BoundedBody.read(in, null, FetchLimits.DEFAULT);
      }
    } catch (java.nio.file.NoSuchFileException | InvalidPathException e) {
      throw new NotAFeedException(
          "n’existe pas ; donnez un fichier ou une adresse",
          "does not exist; give a file or an address");
    } catch (BoundedBody.TooLargeException e) {
      throw new NotAFeedException(e.words());
    } catch (IOException e) {
      String why = e.getClass().getSimpleName();
      throw new NotAFeedException("est illisible (" + why + ")", "cannot be read (" + why + ")");
    }
    return FeedParser.parse(bytes, null, null);
  }

  /** Never a raw byte of what was read: a document may hold sequences that steer a terminal. */
  private void say(String feed, Wording words) {
    String said = words.in(reader);
    String line =
        said.startsWith(feed) ? said : new Wording(" : ", ": ").after(feed).in(reader) + said;
    err.println(line.replaceAll("[\\p{Cntrl}\\p{Cf}]", " "));
  }

  private void line(String feed, FeedEntry entry) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      json.writeStringField("feed", feed);
      field(json, "id", entry.id());
      field(json, "title", entry.title());
      field(json, "url", entry.url());
      if (entry.author() != null) {
        json.writeObjectFieldStart("author");
        json.writeStringField("name", PlainText.of(entry.author()));
        json.writeEndObject();
      }
      field(
          json, "publishedAt", entry.publishedAt() == null ? null : entry.publishedAt().toString());
      field(json, "language", entry.language());
      field(json, "text", entry.text());
      json.writeArrayFieldStart("links");
      for (String link : entry.links()) {
        json.writeString(link);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void field(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, PlainText.of(value));
    }
  }
}
