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
    Alerts alerts,
    Retention retention,
    Log log) {
  public Settings {
    roles = Set.copyOf(roles);
    brands = List.copyOf(brands);
    feeds = List.copyOf(feeds);
    files = List.copyOf(files);
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
   * @param source null for the file's name
   */
  public record InputFile(Path path, @Nullable String source) {}

  /**
   * Where the dashboard and the API are served.
   *
   * @param port 0 for any free one
   * @param bind address of the interface; loopback unless others shall reach it
   */
  public record Http(int port, String bind) {}

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
   * @param allowPrivate whether private and loopback addresses may be fetched
   */
  public record Fetch(boolean allowPrivate) {}

  /**
   * Where alerts go.
   *
   * @param webhook null for none
   */
  public record Alerts(@Nullable URI webhook) {}

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
