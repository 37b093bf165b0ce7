package ouidire.core.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;

/** Reads the {@link Settings}; every knob and its default stands here once. */
public final class SettingsReader {
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(5);
  private final Surroundings surroundings;

  public SettingsReader(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The commented {@code ouidire.yml} that lists every knob. */
  public static String commentedDefaults() {
    try (InputStream in = SettingsReader.class.getResourceAsStream("ouidire.yml")) {
      if (in == null) {
        throw new IllegalStateException("ouidire.yml is missing beside " + SettingsReader.class);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file, the environment and the options; without a file, the latter two.
   *
   * @throws InvalidSettingsException with everything that is wrong
   */
  public Settings read(@Nullable Path file) {
    if (file == null) {
      return read("", "", surroundings.working());
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      return read(
          Files.readString(file),
          file.toString(),
          folder == null ? surroundings.working() : folder);
    } catch (CharacterCodingException e) {
      throw unusable(file.toString(), "unreadable", "it is not UTF-8");
    } catch (IOException e) {
      throw unusable(file.toString(), "unreadable", e.getClass().getSimpleName());
    }
  }

  /**
   * Reads a text.
   *
   * @param name what problems call it
   * @param base where its relative paths start
   */
  Settings read(String yaml, String name, Path base) {
    Section.Reading reading = reading(name);
    Settings settings = settings(reading, root(yaml, name), base);
    if (!reading.problems().isEmpty()) {
      throw new InvalidSettingsException(reading.problems());
    }
    return settings;
  }

  /** Every knob that a reading asks for, {@code http.port}, without those inside lists. */
  Set<String> knobs() {
    Section.Reading reading = reading("");
    settings(reading, null, surroundings.working());
    return reading.knobs();
  }

  private Section.Reading reading(String name) {
    return new Section.Reading(
        name, new Overlay(surroundings.options(), surroundings.environment()));
  }

  private static @Nullable Node root(String yaml, String name) {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setMaxAliasesForCollections(20);
    bounds.setNestingDepthLimit(20);
    try {
      return new Yaml(bounds).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw unusable(name + ":" + line, "yaml", String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw unusable(name, "yaml", String.valueOf(e.getMessage()));
    }
  }

  private static InvalidSettingsException unusable(String where, String code, String detail) {
    return new InvalidSettingsException(List.of(Problem.of("", where, code, detail)));
  }

  private Settings settings(Section.Reading reading, @Nullable Node node, Path base) {
    Section root = new Section("", node, reading.file(), reading);
    ZoneId zone = Values.zone(root, "zone", surroundings.zone());
    Map<String, String> places = new HashMap<>();
    Settings settings =
        new Settings(
            Values.path(root, "data", surroundings.home(), base)
                .orElse(surroundings.home().resolve(".ouidire")),
            roles(root),
            BrandReader.brands(root, zone, places),
            feeds(root),
            files(root, base),
            http(root.section("http")),
            kafka(root.section("kafka")),
            fetch(root.section("fetch")),
            links(root.section("links")),
            alerts(root.section("alerts")),
            secondOpinion(root.section("tone"), base),
            retention(root.section("retention")),
            log(root.section("log")),
            places);
    root.end();
    return settings;
  }

  private static Set<Role> roles(Section root) {
    List<Overlay.Given> given = root.scalars("roles");
    Optional<Overlay.Given> bootstrap = bootstrap(root.section("kafka"));
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Overlay.Given role : given) {
      if (role.value().equalsIgnoreCase("all")) {
        roles.addAll(EnumSet.allOf(Role.class));
        bootstrap.ifPresent(other -> roles.remove(Role.BROKER));
      } else {
        Values.word(root, "roles", role, Role.class).ifPresent(roles::add);
      }
    }
    if (given.isEmpty()) {
      roles.addAll(EnumSet.allOf(Role.class));
      bootstrap.ifPresent(other -> roles.remove(Role.BROKER));
    } else if (bootstrap.isPresent() && roles.contains(Role.BROKER)) {
      root.problem("roles", bootstrap.get().where(), "roles.broker");
    } else if (bootstrap.isEmpty() && !roles.contains(Role.BROKER)) {
      root.problem("roles", given.getFirst().where(), "roles.bootstrap");
    }
    return roles;
  }

  private static List<Settings.Feed> feeds(Section root) {
    List<Settings.Feed> all = new ArrayList<>();
    for (Section feed : root.sections("feeds")) {
      boolean given = feed.scalar("url").isPresent();
      String name = Values.text(feed, "name", "");
      Duration every = Values.duration(feed, "every", SHORTEST_POLL, Duration.ofMinutes(15));
      Settings.Keep keep = Values.word(feed, "keep", Settings.Keep.ALL);
      if (!given) {
        feed.problem("url", feed.where(), "missing");
      }
      Values.url(feed, "url")
          .ifPresent(
              url -> all.add(new Settings.Feed(url, name.isEmpty() ? null : name, every, keep)));
      feed.end();
    }
    return all;
  }

  private List<Settings.InputFile> files(Section root, Path base) {
    List<Settings.InputFile> all = new ArrayList<>();
    for (Section file : root.sections("files")) {
      Optional<Path> path = Values.path(file, "path", surroundings.home(), base);
      String source = Values.text(file, "source", "");
      if (path.isPresent()) {
        all.add(new Settings.InputFile(path.get(), source.isEmpty() ? null : source));
      } else {
        file.problem("path", file.where(), "missing");
      }
      file.end();
    }
    return all;
  }

  private static Settings.Http http(Section in) {
    Settings.Http http =
        new Settings.Http(
            Values.number(in, "port", 0, 65_535, 8420),
            Values.text(in, "bind", "127.0.0.1"),
            Values.url(in, "url").orElse(null));
    in.end();
    return http;
  }

  private static Settings.Kafka kafka(Section in) {
    Settings.Kafka kafka =
        new Settings.Kafka(
            bootstrap(in).map(Overlay.Given::value).orElse(null),
            Values.number(in, "partitions", 1, 1000, 4),
            in.section("properties").free());
    in.end();
    return kafka;
  }

  private static Optional<Overlay.Given> bootstrap(Section in) {
    Optional<Overlay.Given> given = in.scalar("bootstrap");
    if (given.isPresent()
        && !given.get().value().matches("[^\\s,:/]+:\\d{1,5}(,[^\\s,:/]+:\\d{1,5})*")) {
      Values.bad(in, "bootstrap", given.get(), "bootstrap");
    }
    return given;
  }

  private static Settings.Fetch fetch(Section in) {
    List<String> hosts = new ArrayList<>();
    for (Overlay.Given host : in.scalars("allowPrivate")) {
      try {
        var unused = new AddressGuard(List.of(host.value()), HostResolver.system());
        hosts.add(host.value());
      } catch (IllegalArgumentException e) {
        Values.bad(in, "allowPrivate", host, "host");
      }
    }
    in.end();
    return new Settings.Fetch(hosts);
  }

  private static Settings.Links links(Section in) {
    Settings.Links usual = Settings.Links.DEFAULT;
    Settings.Links links =
        new Settings.Links(
            Values.flag(in, "expandShort", usual.expandShort()),
            Values.flag(in, "check", usual.check()),
            Values.duration(in, "checkEvery", Duration.ofHours(1), usual.checkEvery()),
            Values.flag(in, "webmentions", usual.webmentions()));
    in.end();
    return links;
  }

  private static Settings.Alerts alerts(Section in) {
    Settings.Alerts alerts =
        new Settings.Alerts(
            Values.url(in, "webhook").orElse(null),
            in.scalar("secret").map(Overlay.Given::value).orElse(null));
    in.end();
    return alerts;
  }

  private Settings.SecondOpinion secondOpinion(Section in, Path base) {
    Settings.SecondOpinion usual = Settings.SecondOpinion.NONE;
    Settings.SecondOpinion opinion =
        new Settings.SecondOpinion(
            Values.path(in, "model", surroundings.home(), base).orElse(null),
            Values.path(in, "tokenizer", surroundings.home(), base).orElse(null),
            in.scalars("labels").stream().map(Overlay.Given::value).toList(),
            Values.number(in, "below", 1, 100, usual.below()),
            Values.duration(in, "budget", Duration.ofMillis(1), usual.budget()));
    in.end();
    return opinion;
  }

  private static Settings.Retention retention(Section in) {
    Settings.Retention retention =
        new Settings.Retention(
            Values.duration(in, "mentions", Duration.ofHours(1), Duration.ofDays(7)));
    in.end();
    return retention;
  }

  private static Settings.Log log(Section in) {
    Settings.Log log =
        new Settings.Log(
            Values.word(in, "format", Settings.Log.Format.TEXT),
            Values.word(in, "level", Settings.Log.Level.INFO));
    in.end();
    return log;
  }
}
