package ouidire.deploy.app;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.cascade.CascadeForecaster;
import ouidire.analysis.cascade.HistoryStories;
import ouidire.analysis.query.QueryParser;
import ouidire.api.ApiPorts;
import ouidire.api.ApiServer;
import ouidire.api.ApiSettings;
import ouidire.api.Editing;
import ouidire.api.PipelineStatus;
import ouidire.core.config.Settings;
import ouidire.core.source.SourceDirectory;

/**
 * The door of a process: the dashboard with its API, or, where there is none, what watches over it.
 *
 * @param http where people reach the dashboard; null without the API
 * @param probes where those who watch over it reach a process without the API; null with it
 * @param keys that open the API; null without it
 */
record Serving(@Nullable URI http, @Nullable URI probes, @Nullable LocalKeys keys) {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  /** No door at all. */
  static final Serving NOTHING = new Serving(null, null, null);

  /**
   * Opens the dashboard and its API.
   *
   * @param publisher takes in what is pushed
   * @param version as {@code /status} says it
   */
  static Serving dashboard(
      Footing footing,
      Edited edited,
      Past past,
      Alerting alerting,
      PushedSources publisher,
      SourceDirectory sources,
      Supplier<PipelineStatus> status,
      String version) {
    Teardown teardown = footing.teardown();
    LocalKeys keys =
        LocalKeys.open(footing.folder().path().resolve("keys.json"), footing.clock(), teardown);
    Linking linking =
        teardown.add(
            "links",
            new Linking(
                footing.settings().links(),
                edited.store(),
                edited.brands(),
                past.history(),
                publisher,
                footing.guard(),
                footing.clock()));
    ApiPorts ports =
        new ApiPorts(
            past.history(),
            past.indexer(),
            new QueryPredicates(new QueryParser(footing.zone(), edited.lists())),
            edited.brands(),
            sources,
            alerting.directory(),
            new HistoryStories(past.history(), CascadeForecaster.shipped()),
            publisher,
            keys.keys(),
            status,
            footing.checks(),
            footing.meters(),
            footing.meters()::scrape,
            footing.clock(),
            new Editing(
                edited.store(), edited.brands(), new LanguageDesk(footing.zone(), edited.lists())),
            alerting.ports(),
            linking.ports());
    Settings.Http where = footing.settings().http();
    ApiServer server =
        teardown.add(
            "api",
            new ApiServer(
                ports,
                ApiSettings.DEFAULTS.withAddress(where.bind(), where.port()).withVersion(version)));
    server.start();
    return new Serving(server.address(), null, keys);
  }

  /**
   * Answers those who watch over a process without the API. Whoever starts several processes on one
   * machine gives each a port of its own, or does without.
   */
  static Serving probes(Footing footing) {
    Settings.Http where = footing.settings().http();
    try {
      Probes answering =
          footing
              .teardown()
              .add("probes", Probes.start(where, footing.checks(), footing.meters()::scrape));
      URI address = answering.address();
      LOG.info("health and metrics at {}", address);
      return new Serving(null, address, null);
    } catch (IOException e) {
      LOG.warn(
          "port {} cannot be had: no health and no metrics of this process; give it its own with"
              + " http.port",
          where.port());
      return NOTHING;
    }
  }
}
