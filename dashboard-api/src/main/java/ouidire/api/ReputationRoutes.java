package ouidire.api;

import static ouidire.api.ApiRoutes.delete;
import static ouidire.api.ApiRoutes.get;
import static ouidire.api.ApiRoutes.post;
import static ouidire.api.ApiRoutes.put;

import java.util.List;
import ouidire.api.ApiRoutes.Route;

/** The addresses of what PR teams report: rumours, accounts, interest, quality. */
final class ReputationRoutes {
  private ReputationRoutes() {}

  static List<Route> of(ApiPorts ports, FilterParameters filters) {
    RumoursResource rumours =
        new RumoursResource(
            ports.editing().settings(), ports.history(), ports.stories(), ports.clock());
    AccountsResource accounts =
        new AccountsResource(
            ports.history(), filters, ports.brands(), ports.editing().settings(), ports.clock());
    ContributionsResource contributions = new ContributionsResource(ports.history(), filters);
    StoriesResource stories =
        new StoriesResource(ports.stories(), ports.editing().settings(), filters, ports.clock());
    return List.of(
        get("/api/v1/metrics/forecast", Access.READ, stories::accuracy),
        get("/api/v1/metrics/totals", Access.READ, contributions::totals),
        get("/api/v1/metrics/contributions", Access.READ, contributions::many),
        get("/api/v1/mentions/{id}/contribution", Access.READ, contributions::one),
        get("/api/v1/metrics/accounts", Access.READ, accounts::list),
        post("/api/v1/accounts/followers", Access.EDIT, accounts::importFollowers),
        get("/api/v1/rumours", Access.READ, rumours::list),
        get("/api/v1/rumours/{id}", Access.READ, rumours::one),
        put("/api/v1/rumours/{id}", Access.EDIT, rumours::put),
        delete("/api/v1/rumours/{id}", Access.EDIT, rumours::delete),
        get("/api/v1/rumours/{id}/history", Access.READ, rumours::history),
        post("/api/v1/rumours/{id}/undo", Access.EDIT, rumours::undo),
        get("/api/v1/rumours/{id}/report", Access.READ, rumours::report));
  }
}
