package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /openapi.json} and {@code /docs}: what the API is, for programs and for people, from
 * {@code openapi.yaml} and the files beside it, whose paths and components are put together. Read
 * at the first call.
 */
final class ApiDescription {
  private static final List<String> MORE = List.of("reputation");
  private static final String MENTION = "/ouidire/schema/mention.schema.json";
  private volatile byte @Nullable [] json;
  private volatile byte @Nullable [] page;

  void json(Context call) {
    Parameters.none(call);
    byte[] body = json;
    if (body == null) {
      body = tree().toString().getBytes(UTF_8);
      json = body;
    }
    call.header("Cache-Control", "no-cache").contentType(Json.TYPE).result(body);
  }

  void page(Context call) {
    byte[] body = page;
    if (body == null) {
      body = DocsPage.of(tree()).getBytes(UTF_8);
      page = body;
    }
    call.header("Cache-Control", "no-cache").contentType("text/html;charset=utf-8").result(body);
  }

  /** The whole document, the mention's schema in its place. */
  static JsonNode tree() {
    try (InputStream schema = resource(MENTION)) {
      JsonNode root = yaml("openapi");
      for (String more : MORE) {
        add(root, yaml("openapi-" + more));
      }
      String mention =
          new String(schema.readAllBytes(), UTF_8)
              .replace("\"#/$defs/", "\"#/components/schemas/Mention/$defs/");
      ObjectNode placed = (ObjectNode) new ObjectMapper().readTree(mention);
      placed.remove("$schema");
      placed.remove("$id");
      ((ObjectNode) root.at("/components/schemas")).set("Mention", placed);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("the class path holds both", e);
    }
  }

  private static JsonNode yaml(String name) throws IOException {
    try (InputStream in = resource("/ouidire/api/" + name + ".yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(in);
    }
  }

  private static void add(JsonNode root, JsonNode more) {
    add((ObjectNode) root.path("paths"), more.path("paths"), "");
    for (Map.Entry<String, JsonNode> kind : more.path("components").properties()) {
      add((ObjectNode) root.at("/components/" + kind.getKey()), kind.getValue(), kind.getKey());
    }
  }

  private static void add(ObjectNode all, JsonNode more, String where) {
    for (Map.Entry<String, JsonNode> each : more.properties()) {
      if (all.has(each.getKey())) {
        throw new IllegalStateException(where + " " + each.getKey() + " is described twice");
      }
      all.set(each.getKey(), each.getValue());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(ApiDescription.class.getResourceAsStream(name), name);
  }
}
