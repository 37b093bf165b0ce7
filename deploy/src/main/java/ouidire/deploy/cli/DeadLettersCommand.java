package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.pipeline.DeadLetter;
import ouidire.analysis.pipeline.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: the records that were given up. */
@Command(name = "dead-letters")
final class DeadLettersCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code dead-letters list}: each as one JSON line. */
  @Command(name = "list")
  static final class ListLetters implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Mixin SettingsOptions options = new SettingsOptions();

    @Option(names = "--bootstrap", paramLabel = "HOST")
    @Nullable String bootstrap;

    ListLetters(Console console, Map<String, String> environment) {
      this.console = console;
      this.environment = environment;
    }

    @Override
    public Integer call() {
      try (Instance instance = Instance.ofExisting(console, options, bootstrap, environment)) {
        new DeadLetters(instance.kafka(), Clock.systemUTC())
            .forEach(letter -> console.out().println(json(letter)));
        console.out().flush();
        return 0;
      }
    }
  }

  /** {@code dead-letters replay}: publishes them again. */
  @Command(name = "replay")
  static final class Replay implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;

    @Mixin SettingsOptions options = new SettingsOptions();

    @Option(names = "--bootstrap", paramLabel = "HOST")
    @Nullable String bootstrap;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "replay.ids")
    List<String> ids = List.of();

    Replay(Console console, Map<String, String> environment) {
      this.console = console;
      this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
      try (Instance instance = Instance.ofExisting(console, options, bootstrap, environment)) {
        Set<String> left = new HashSet<>(ids);
        int replayed =
            new DeadLetters(instance.kafka(), Clock.systemUTC())
                .replay(letter -> ids.isEmpty() || left.remove(letter.id()));
        ObjectNode json = JSON.createObjectNode();
        json.put("replayed", replayed);
        console.out().println(json);
        console.out().flush();
        instance.settle();
        if (!left.isEmpty()) {
          throw Failure.failed("replay.unknown", String.join(", ", left));
        }
        return 0;
      }
    }
  }

  private static ObjectNode json(DeadLetter letter) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", letter.id());
    json.put("kind", letter.kind().name().toLowerCase(Locale.ROOT));
    json.put("reason", letter.reason());
    json.put("exception", letter.exception());
    json.put("stack", letter.stack());
    json.put("topic", letter.topic());
    json.put("partition", letter.partition());
    json.put("offset", letter.offset());
    json.put("time", letter.time().toString());
    if (letter.replayedAt() != null) {
      json.put("replayedAt", letter.replayedAt().toString());
    }
    if (letter.key() != null) {
      json.put("key", letter.key());
    }
    try {
      json.put("value", UTF_8.newDecoder().decode(ByteBuffer.wrap(letter.bytes())).toString());
    } catch (CharacterCodingException e) {
      json.put("valueBase64", Base64.getEncoder().encodeToString(letter.bytes()));
    }
    return json;
  }
}
