package ouidire.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Brand;

/**
 * All that people may set, valid and complete. {@code ouidire.yml} says what each means.
 *
 * @param data folder that holds everything we write
 * @param brands in the order given
 * @param feeds in the order given
 * @param files read at every start; nothing is counted twice
 * @param queryPlaces where each brand's query stands (file and line, or the brand's own where it
 *     has none), by brand id
 */
public record Settings(
    Path data,
    Set<Role> roles,
    List<Brand> brands,
    List<Feed> feeds,
    List<InputFile> files,
    Http http,
    Kafka kafka,
    Fetch fetch,
    Links links,
    Alerts alerts,
    SecondOpinion secondOpinion,
    Retention retention,
    Log log,
    Map<String, String> queryPlaces) {
  public Settings {
    roles = Set.copyOf(roles);
    brands = List.copyOf(brands);
    feeds = List.copyOf(feeds);
    files = List.copyOf(files);
    queryPlaces = Map.copyOf(queryPlaces);
  }

  /** Which mentions of a source are kept. */
  public enum Keep {
    ALL,
    /** Only those that match a brand. */
    MATCHED
  }

  /**
   * A feed.
   *
   * @param name null for the title that the feed gives itself
   * @param every how often it is asked; its server may ask for less
   */
  public record Feed(URI url, @Nullable String name, Duration every, Keep keep) {}

  /**
   * A file of mentions.
   *
   * @param source name of the source for rows that name none; null for the one that the header
   *     tells
   */
  public record InputFile(Path path, @Nullable String source) {}

  /**
   * Where the dashboard and the API are served.
   *
   * @param port 0 for any free one
   * @param bind address of the interface; loopback unless others shall reach it
   * @param url where people reach it, for links in messages; null for where it listens
   */
  public record Http(int port, String bind, @Nullable URI url) {}

  /**
   * The log that everything passes through.
   *
   * @param bootstrap null for the embedded broker
   * @param partitions of the topics that carry mentions, fixed when they are created
   * @param properties further properties of Kafka's clients
   */
  public record Kafka(@Nullable String bootstrap, int partitions, Map<String, String> properties) {
    public Kafka {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * How sources are fetched.
   *
   * @param allowPrivate hosts that may be reached although private or on another port, as {@link
   *     ouidire.core.net.AddressGuard} reads them
   */
  public record Fetch(List<String> allowPrivate) {
    public Fetch {
      allowPrivate = List.copyOf(allowPrivate);
    }
  }

  /**
   * What is done about links.
   *
   * @param expandShort whether short links are followed once to learn where they lead
   * @param check whether linking pages are fetched again by themselves
   * @param checkEvery how long after a check a page is due again
   * @param webmentions whether anyone may tell us of a link
   */
  public record Links(
      boolean expandShort, boolean check, Duration checkEvery, boolean webmentions) {
    public static final Links DEFAULT = new Links(true, true, Duration.ofDays(7), true);
  }

  /**
   * Where alerts go.
   *
   * @param webhook null for none
   * @param secret what the webhook's messages are signed with; null to send them unsigned
   */
  public record Alerts(@Nullable URI webhook, @Nullable String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Alerts[webhook=" + webhook + "]";
    }
  }

  /**
   * A transformer that is asked about mentions whose tone is unsure.
   *
   * @param model an ONNX file; null for none
   * @param tokenizer its tokenizer.json; null for the one beside the model
   * @param labels what each output means, {@code negative, neutral} or {@code positive}; empty for
   *     what the model's config.json says
   * @param below in percent: mentions whose tone is less sure are asked about
   * @param budget how much time of each second may go to it
   */
  public record SecondOpinion(
      @Nullable Path model,
      @Nullable Path tokenizer,
      List<String> labels,
      int below,
      Duration budget) {
    /** No transformer. */
    public static final SecondOpinion NONE =
        new SecondOpinion(null, null, List.of(), 60, Duration.ofMillis(200));

    public SecondOpinion {
      labels = List.copyOf(labels);
    }
  }

  /**
   * How long things are kept.
   *
   * @param mentions as they were collected, on the log; the analysed ones stay
   */
  public record Retention(Duration mentions) {}

  /** What we say of ourselves, on the standard error. */
  public record Log(Format format, Level level) {
    /** For people or for machines. */
    public enum Format {
      TEXT,
      JSON
    }

    /** How much. */
    public enum Level {
      ERROR,
      WARN,
      INFO,
      DEBUG
    }
  }
}
