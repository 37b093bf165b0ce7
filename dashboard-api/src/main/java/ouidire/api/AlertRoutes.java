package ouidire.api;

import static ouidire.api.ApiRoutes.delete;
import static ouidire.api.ApiRoutes.get;
import static ouidire.api.ApiRoutes.post;
import static ouidire.api.ApiRoutes.put;

import java.util.ArrayList;
import java.util.List;
import ouidire.core.alert.AlertDocument;

/** The addresses about incidents, and about who is told of them and how. */
final class AlertRoutes {
  /** A kind of document, and where it is. */
  private record Kind(AlertDocument document, String plural) {}

  private static final List<Kind> DOCUMENTS =
      List.of(
          new Kind(AlertDocument.RULE, "rules"),
          new Kind(AlertDocument.CHANNEL, "channels"),
          new Kind(AlertDocument.PERSON, "people"),
          new Kind(AlertDocument.ROLE, "roles"),
          new Kind(AlertDocument.CAMPAIGN, "campaigns"),
          new Kind(AlertDocument.PLAYBOOK, "playbooks"));

  private AlertRoutes() {}

  static List<ApiRoutes.Route> of(ApiPorts ports) {
    AlertPorts alerting = ports.alerting();
    IncidentsResource incidents = new IncidentsResource(alerting, ports.history(), ports.clock());
    AlertToolsResource tools = new AlertToolsResource(alerting, ports.brands(), ports.clock());
    DrillResource drill = new DrillResource(alerting);
    AcknowledgePage acknowledge = new AcknowledgePage(alerting, ports.clock());
    AlertDocumentsResource routing = documents(ports, new Kind(AlertDocument.ROUTES, "routes"));
    CampaignImport calendar = new CampaignImport(ports.editing().settings(), ports.brands());
    List<ApiRoutes.Route> all =
        new ArrayList<>(
            List.of(
                get("/api/v1/incidents", Access.READ, incidents::list),
                get("/api/v1/incidents/{id}", Access.READ, incidents::one),
                get("/api/v1/incidents/{id}/post-mortem", Access.READ, incidents::postMortem),
                get("/api/v1/incidents/{id}/evidence", Access.READ, incidents::evidence),
                post("/api/v1/incidents/{id}/acknowledge", Access.EDIT, incidents::acknowledge),
                post("/api/v1/incidents/{id}/resolve", Access.EDIT, incidents::resolve),
                post("/api/v1/incidents/{id}/silence", Access.EDIT, incidents::silence),
                delete("/api/v1/incidents/{id}/silence", Access.EDIT, incidents::unsilence),
                post("/api/v1/incidents/{id}/escalate", Access.EDIT, incidents::escalate),
                post("/api/v1/incidents/{id}/notes", Access.EDIT, incidents::note),
                post("/api/v1/incidents/{id}/mark", Access.EDIT, incidents::mark),
                post("/api/v1/incidents/{id}/tasks/{task}", Access.EDIT, incidents::task),
                post(
                    "/api/v1/incidents/{id}/tasks/{task}/sign-off",
                    Access.EDIT,
                    incidents::signOff),
                get("/api/v1/routes", Access.READ, routing::routes),
                put("/api/v1/routes", Access.EDIT, routing::putRoutes),
                get("/api/v1/routes/history", Access.READ, routing::routesHistory),
                post("/api/v1/routes/undo", Access.EDIT, routing::undoRoutes),
                post("/api/v1/routes/test", Access.READ, tools::routes),
                post("/api/v1/campaigns/import", Access.EDIT, calendar::campaigns),
                post("/api/v1/rules/backtest", Access.READ, tools::backtest),
                post("/api/v1/channels/{id}/test", Access.EDIT, tools::test),
                get("/api/v1/on-call", Access.READ, tools::onCall),
                get("/api/v1/drill", Access.READ, drill::show),
                post("/api/v1/drill", Access.EDIT, drill::begin),
                delete("/api/v1/drill", Access.EDIT, drill::end),
                get("/acknowledge/{token}", Access.OPEN, acknowledge::show),
                post("/acknowledge/{token}", Access.OPEN, acknowledge::acknowledge)));
    for (Kind kind : DOCUMENTS) {
      AlertDocumentsResource documents = documents(ports, kind);
      String path = "/api/v1/" + kind.plural();
      all.addAll(
          List.of(
              get(path, Access.READ, documents::list),
              get(path + "/{id}", Access.READ, documents::one),
              put(path + "/{id}", Access.EDIT, documents::put),
              delete(path + "/{id}", Access.EDIT, documents::delete),
              get(path + "/{id}/history", Access.READ, documents::history),
              post(path + "/{id}/undo", Access.EDIT, documents::undo)));
    }
    return all;
  }

  private static AlertDocumentsResource documents(ApiPorts ports, Kind kind) {
    return new AlertDocumentsResource(
        ports.alerting(),
        ports.editing().settings(),
        ports.queries(),
        ports.brands(),
        ports.clock(),
        kind.document(),
        kind.plural());
  }
}
