package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.ProblemKind;

/** The API's description as a page: plain HTML, no script, one style sheet. */
final class DocsPage {
  private final JsonNode root;
  private final StringBuilder html = new StringBuilder(64 * 1024);

  private DocsPage(JsonNode root) {
    this.root = root;
  }

  static String of(JsonNode root) {
    DocsPage page = new DocsPage(root);
    page.write();
    return page.html.toString();
  }

  private void write() {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Ouïdire: API</title>")
        .append("<link rel=\"icon\" href=\"/icon.svg\">")
        .append("<link rel=\"stylesheet\" href=\"/docs.css\"></head><body><main>");
    html.append("<h1>Ouïdire: API</h1>");
    paragraph(root.at("/info/description"));
    html.append("<p>For programs: <a href=\"/openapi.json\">OpenAPI 3.1</a>.</p>");
    for (JsonNode tag : root.path("tags")) {
      section(tag);
    }
    problems();
    html.append("</main></body></html>\n");
  }

  private void section(JsonNode tag) {
    html.append("<section><h2>");
    text(tag.path("name").asText());
    html.append("</h2>");
    paragraph(tag.path("description"));
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue().at("/tags/0").equals(tag.path("name"))) {
          operation(path.getKey(), operation.getKey(), operation.getValue());
        }
      }
    }
    html.append("</section>");
  }

  private void operation(String path, String method, JsonNode operation) {
    html.append("<article id=\"");
    text(operation.path("operationId").asText());
    html.append("\"><h3><code>");
    text(method.toUpperCase(Locale.ROOT) + " " + path);
    html.append("</code></h3>");
    paragraph(operation.path("summary"));
    paragraph(operation.path("description"));
    html.append("<p class=\"access\">Access: ");
    text(operation.path("x-access").asText());
    html.append("</p>");
    parameters(operation.path("parameters"));
    html.append("<dl>");
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      JsonNode described = resolved(response.getValue());
      html.append("<dt>");
      text(response.getKey());
      html.append("</dt><dd>");
      text(described.path("description").asText());
      for (Map.Entry<String, JsonNode> content : described.path("content").properties()) {
        html.append(" <code>");
        text(content.getKey());
        html.append("</code>");
      }
      html.append("</dd>");
    }
    html.append("</dl></article>");
  }

  private void parameters(JsonNode parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<details><summary>Parameters</summary><table><tbody>");
    for (JsonNode each : parameters) {
      JsonNode parameter = resolved(each);
      html.append("<tr><th scope=\"row\"><code>");
      text(parameter.path("name").asText());
      html.append("</code></th><td>");
      text(parameter.path("description").asText());
      html.append("</td><td><code>");
      text(resolved(parameter.path("schema")).toString());
      html.append("</code></td></tr>");
    }
    html.append("</tbody></table></details>");
  }

  /** Where the types of problems lead. */
  private void problems() {
    html.append("<section><h2>Problems</h2><dl>");
    for (ProblemKind kind : ProblemKind.values()) {
      html.append("<dt id=\"").append(kind.slug()).append("\"><code>").append(kind.slug());
      html.append("</code> ").append(kind.status()).append("</dt><dd>");
      for (Language language : Language.values()) {
        html.append("<p lang=\"").append(language.tag()).append("\">");
        text(language.say(Message.of("title." + kind.slug())));
        html.append("</p>");
      }
      html.append("</dd>");
    }
    html.append("</dl></section>");
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : root.at(reference.substring(1));
  }

  private void paragraph(JsonNode words) {
    if (!words.isMissingNode()) {
      html.append("<p>");
      text(words.asText());
      html.append("</p>");
    }
  }

  private void text(String text) {
    html.append(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }
}
