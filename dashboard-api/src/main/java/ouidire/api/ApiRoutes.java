package ouidire.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import ouidire.api.live.LiveFeed;
import ouidire.core.settings.SettingsStore;

/** Every address there is, who may call it, and what answers. */
final class ApiRoutes {
  /** One row. */
  record Route(HandlerType method, String path, Access access, Handler handler) {}

  private final List<Route> routes;

  ApiRoutes(ApiPorts ports, ApiSettings settings, Guard guard, LiveFeed feed) {
    FilterParameters filters = new FilterParameters(ports.brands());
    BrandsResource brands = new BrandsResource(ports.editing());
    SettingsStore kept = ports.editing().settings();
    SearchesResource searches = new SearchesResource(kept, filters, ports.history());
    ListsResource lists = new ListsResource(kept);
    CorrectionsResource corrections = new CorrectionsResource(kept, ports.history());
    WordRulesResource words = new WordRulesResource(kept, ports.brands());
    QueryResource query =
        new QueryResource(ports.editing().desk(), ports.history(), ports.brands(), ports.clock());
    MentionsResource mentions = new MentionsResource(ports.history(), filters);
    CountsResource counts = new CountsResource(ports.history(), filters);
    TimelineResource timeline = new TimelineResource(ports.history(), filters);
    ShareResource share = new ShareResource(ports.history(), filters, ports.brands());
    QuestionsResource questions =
        new QuestionsResource(ports.history(), filters, ports.brands(), ports.clock());
    ToneResource tone = new ToneResource(ports.history(), filters);
    PushResource push = new PushResource(ports, settings);
    ExistingResource existing = new ExistingResource(ports.history());
    ExportResource export = new ExportResource(ports.history(), filters, ports.clock());
    EventsResource events = new EventsResource(feed, filters, ports, settings);
    SourcesResource sources = new SourcesResource(ports.sources());
    AlertsResource alerts = new AlertsResource(ports.alerts());
    StoriesResource stories = new StoriesResource(ports.stories(), kept, filters, ports.clock());
    LinksResource links = new LinksResource(ports, filters);
    VisitsResource visits = new VisitsResource(ports, settings);
    WebmentionResource webmentions =
        new WebmentionResource(ports.links().webmentions(), ports.clock());
    StatusResource status = new StatusResource(ports, settings);
    HealthResource health = new HealthResource(ports.checks());
    SessionResource session = new SessionResource(ports.keys(), guard);
    KeysResource keys = new KeysResource(ports.keys(), ports.clock());
    ApiDescription description = new ApiDescription();
    SiteResource site = new SiteResource(session);
    List<Route> all = new ArrayList<>();
    all.addAll(
        List.of(
            get("/api/v1/brands", Access.READ, brands::list),
            get("/api/v1/brands/{id}", Access.READ, brands::one),
            put("/api/v1/brands/{id}", Access.EDIT, brands::put),
            delete("/api/v1/brands/{id}", Access.EDIT, brands::delete),
            get("/api/v1/brands/{id}/history", Access.READ, brands::history),
            post("/api/v1/brands/{id}/undo", Access.EDIT, brands::undo),
            get("/api/v1/brands/{id}/links", Access.READ, links::links),
            get("/api/v1/brands/{id}/links.csv", Access.READ, links::csv),
            post("/api/v1/brands/{id}/links/check", Access.EDIT, links::check),
            post("/api/v1/brands/{id}/visits", Access.EDIT, visits::post),
            delete("/api/v1/brands/{id}/visits", Access.EDIT, visits::delete),
            post("/webmention", Access.OPEN, webmentions::receive),
            get("/webmention/{id}", Access.OPEN, webmentions::status),
            get("/api/v1/searches", Access.READ, searches::list),
            get("/api/v1/searches/{id}", Access.READ, searches::one),
            put("/api/v1/searches/{id}", Access.EDIT, searches::put),
            delete("/api/v1/searches/{id}", Access.EDIT, searches::delete),
            get("/api/v1/searches/{id}/history", Access.READ, searches::history),
            post("/api/v1/searches/{id}/undo", Access.EDIT, searches::undo),
            post("/api/v1/searches/{id}/feed-token", Access.EDIT, searches::renewToken),
            get("/api/v1/searches/{id}/feed.rss", Access.OPEN, searches::rss),
            get("/api/v1/searches/{id}/feed.atom", Access.OPEN, searches::atom),
            get("/api/v1/lists", Access.READ, lists::list),
            get("/api/v1/lists/{id}", Access.READ, lists::one),
            put("/api/v1/lists/{id}", Access.EDIT, lists::put),
            delete("/api/v1/lists/{id}", Access.EDIT, lists::delete),
            get("/api/v1/lists/{id}/history", Access.READ, lists::history),
            post("/api/v1/lists/{id}/undo", Access.EDIT, lists::undo),
            get("/api/v1/corrections", Access.READ, corrections::list),
            get("/api/v1/corrections.tsv", Access.READ, corrections::trainingRows),
            get("/api/v1/corrections/{id}", Access.READ, corrections::one),
            put("/api/v1/corrections/{id}", Access.EDIT, corrections::put),
            delete("/api/v1/corrections/{id}", Access.EDIT, corrections::delete),
            get("/api/v1/corrections/{id}/history", Access.READ, corrections::history),
            post("/api/v1/corrections/{id}/undo", Access.EDIT, corrections::undo),
            get("/api/v1/word-rules", Access.READ, words::list),
            put("/api/v1/word-rules/{id}", Access.EDIT, words::put),
            delete("/api/v1/word-rules/{id}", Access.EDIT, words::delete),
            get("/api/v1/word-rules/{id}/history", Access.READ, words::history),
            post("/api/v1/query/validate", Access.READ, query::validate),
            post("/api/v1/query/preview", Access.READ, query::preview),
            post("/api/v1/query/explain", Access.READ, query::explain),
            post("/api/v1/query/translate", Access.READ, query::translate),
            get("/api/v1/mentions", Access.READ, mentions::search),
            post("/api/v1/mentions", Access.PUBLISH, push::push),
            post("/api/v1/mentions/existing", Access.READ, existing::tell),
            get("/api/v1/mentions/{id}", Access.READ, mentions::one),
            get("/api/v1/metrics/count", Access.READ, counts::count),
            get("/api/v1/metrics/top", Access.READ, counts::top),
            get("/api/v1/metrics/timeline", Access.READ, timeline::timeline),
            get("/api/v1/metrics/share-of-voice", Access.READ, share::share),
            get("/api/v1/metrics/tone", Access.READ, tone::tone),
            get("/api/v1/metrics/questions", Access.READ, questions::questions),
            get("/api/v1/sources", Access.READ, sources::list),
            get("/api/v1/alerts", Access.READ, alerts::list),
            get("/api/v1/stories", Access.READ, stories::list),
            get("/api/v1/stories/{id}", Access.READ, stories::one),
            get("/api/v1/export", Access.READ, export::export),
            get("/api/v1/events", Access.READ, events::follow),
            get("/api/v1/status", Access.READ, status::status),
            get("/api/v1/session", Access.SIGNED_IN, session::show),
            post("/api/v1/session", Access.OPEN, session::signIn),
            delete("/api/v1/session", Access.SIGNED_IN, session::signOut),
            get("/api/v1/keys", Access.ADMIN, keys::list),
            post("/api/v1/keys", Access.ADMIN, keys::create),
            delete("/api/v1/keys/{id}", Access.ADMIN, keys::revoke),
            get("/openapi.json", Access.OPEN, description::json),
            get("/docs", Access.OPEN, description::page),
            get("/health/live", Access.OPEN, health::live),
            get("/health/ready", Access.OPEN, health::ready),
            get(
                "/metrics",
                Access.READ_OR_LOCAL,
                call ->
                    call.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(ports.scrape().get())),
            get("/", Access.OPEN, site::get),
            get("/*", Access.OPEN, site::get)));
    // Before the site, which answers to everything.
    all.addAll(0, ReputationRoutes.of(ports, filters));
    all.addAll(0, AlertRoutes.of(ports));
    routes = List.copyOf(all);
  }

  /** All rows, in the order they are tried. */
  List<Route> all() {
    return routes;
  }

  void in(RoutesConfig config) {
    for (Route route : routes) {
      config.addHttpHandler(route.method(), route.path(), route.handler(), route.access());
      if (route.method().equals(HandlerType.GET)) {
        // Nobody needs to walk a history to learn that it can be asked for.
        Handler head = route.access() == Access.OPEN ? route.handler() : call -> {};
        config.addHttpHandler(HandlerType.HEAD, route.path(), head, route.access());
      }
    }
  }

  static Route get(String path, Access access, Handler handler) {
    return new Route(HandlerType.GET, path, access, handler);
  }

  static Route post(String path, Access access, Handler handler) {
    return new Route(HandlerType.POST, path, access, handler);
  }

  static Route put(String path, Access access, Handler handler) {
    return new Route(HandlerType.PUT, path, access, handler);
  }

  static Route delete(String path, Access access, Handler handler) {
    return new Route(HandlerType.DELETE, path, access, handler);
  }
}
