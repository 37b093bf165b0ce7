package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.MentionRules;
import ouidire.core.mention.SourceRef;

/** Reads the mentions of one push, each by itself: a bad one never stops the rest. */
final class PushedMentions {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(4_000_000)
                  .build())
          .build();

  private final SourceRef source;
  private final Instant now;
  private final int max;
  private final List<Item> items = new ArrayList<>();

  private PushedMentions(SourceRef source, Instant now, int max) {
    this.source = source;
    this.now = now;
    this.max = max;
  }

  /**
   * One of the mentions pushed.
   *
   * @param mention null when it cannot be read
   * @param error why it is not accepted; null when it is
   */
  record Item(@Nullable Mention mention, @Nullable InvalidMentionException error) {}

  /** One object, or an array of them. */
  static List<Item> ofJson(byte[] body, SourceRef source, Instant now, int max) {
    PushedMentions pushed = new PushedMentions(source, now, max);
    pushed.json(body);
    if (pushed.items.stream().allMatch(item -> item.mention() == null) && !isJson(body)) {
      throw unreadable("body.not-utf8-json");
    }
    return pushed.items;
  }

  /** One object a line; empty lines are nothing. */
  static List<Item> ofLines(byte[] body, SourceRef source, Instant now, int max) {
    PushedMentions pushed = new PushedMentions(source, now, max);
    pushed.lines(body);
    return pushed.items;
  }

  private void json(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_OBJECT) {
        add(body);
      } else if (first == JsonToken.START_ARRAY) {
        array(json);
      } else {
        throw unreadable("body.not-mentions");
      }
    } catch (IOException e) {
      throw unreadable("body.not-utf8-json");
    }
  }

  /** Whether a text is one whole JSON value. */
  private static boolean isJson(byte[] text) {
    try (JsonParser json = JSON.createParser(text)) {
      while (json.nextToken() != null) {
        json.skipChildren();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void array(JsonParser json) {
    JsonStreamContext array = json.getParsingContext();
    try {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null) {
          throw new InvalidMentionException(
              "",
              "la liste ne finit pas ; fermez-la avec ]",
              "the list does not end; close it with ]");
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
          refuse(
              new InvalidMentionException(
                  "", "n’est pas un objet JSON ; donnez {…}", "is not a JSON object; give {...}"));
          json.skipChildren();
          continue;
        }
        try {
          keep(MentionJson.readMention(json, source, now));
        } catch (InvalidMentionException e) {
          refuse(e);
          leave(json, array);
        }
      }
    } catch (InvalidMentionException e) {
      refuse(e);
    } catch (IOException e) {
      refuse(
          new InvalidMentionException(
              "",
              "n’est pas du JSON lisible, ni ce qui suit ; donnez du JSON en UTF-8",
              "is not readable JSON, nor is what follows; give UTF-8 JSON"));
    }
  }

  /** Goes on to the end of the object that was left in its middle. */
  private static void leave(JsonParser json, JsonStreamContext array) throws IOException {
    while (json.getParsingContext() != array) {
      if (json.nextToken() == null) {
        return;
      }
    }
  }

  private void lines(byte[] body) {
    int start = 0;
    boolean anyJson = false;
    for (int at = 0; at <= body.length; at++) {
      if (at == body.length || body[at] == '\n') {
        byte[] line = Arrays.copyOfRange(body, start, at);
        if (!new String(line, UTF_8).isBlank()) {
          add(line);
          anyJson = anyJson || items.getLast().mention() != null || isJson(line);
        }
        start = at + 1;
      }
    }
    if (items.isEmpty()) {
      throw unreadable("body.not-mentions");
    }
    if (!anyJson) {
      throw unreadable("body.not-utf8-json");
    }
  }

  private void add(byte[] json) {
    try {
      keep(MentionJson.readMention(json, source, now));
    } catch (InvalidMentionException e) {
      refuse(e);
    }
  }

  private void keep(Mention mention) {
    Optional<InvalidMentionException> broken = MentionRules.violation(mention, now);
    items.add(new Item(mention, broken.orElse(null)));
    limit();
  }

  private void refuse(InvalidMentionException error) {
    items.add(new Item(null, error));
    limit();
  }

  private void limit() {
    if (items.size() > max) {
      throw Problem.of(ProblemKind.TOO_LARGE, Message.of("limit.mentions", String.valueOf(max)))
          .with("maxMentions", max)
          .exception();
    }
  }

  private static RuntimeException unreadable(String reason) {
    return Problem.of(ProblemKind.INVALID_BODY, Message.of(reason)).exception();
  }
}
