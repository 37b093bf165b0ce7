package ouidire.api;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;

/**
 * The query parameters of a call, each refused by name, value and remedy when it cannot be used.
 */
final class Parameters {
  static final int MAX_VALUE = 8_192;
  static final int MAX_VALUES = 200;

  private final Map<String, List<String>> given;

  private Parameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /** The call's parameters; one that is not among {@code known} is refused. */
  static Parameters of(Context call, Set<String> known) {
    return of(decoded(call), known);
  }

  /** Parameters by name; one that is not among {@code known} is refused. */
  static Parameters of(Map<String, List<String>> given, Set<String> known) {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw Problem.of(
                ProblemKind.UNKNOWN_PARAMETER, Message.shortened(name), String.join(", ", known))
            .with("parameter", Message.shortened(name))
            .exception();
      }
    }
    return new Parameters(given);
  }

  /** The call has no parameters. */
  static void none(Context call) {
    Map<String, List<String>> given = decoded(call);
    if (!given.isEmpty()) {
      String name = Message.shortened(given.keySet().iterator().next());
      throw Problem.of(ProblemKind.UNKNOWN_PARAMETER, name, "—")
          .with("parameter", name)
          .exception();
    }
  }

  /** A parameter given at most once, of at most {@link #MAX_VALUE} characters. */
  Optional<String> one(String name) {
    return one(name, MAX_VALUE);
  }

  /** A parameter given at most once. */
  Optional<String> one(String name, int maxLength) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String value = values.get(0);
    if (values.size() > 1) {
      throw Problem.parameter(name, value, Message.of("remedy.once")).exception();
    }
    return Optional.of(checked(name, value, maxLength));
  }

  /** All values of a parameter, each once, in the order given. */
  Set<String> many(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > MAX_VALUES) {
      throw Problem.parameter(
              name, values.get(0), Message.of("remedy.many", String.valueOf(MAX_VALUES)))
          .exception();
    }
    Set<String> all = new LinkedHashSet<>();
    values.forEach(value -> all.add(checked(name, value, MAX_VALUE)));
    return all;
  }

  int number(String name, int otherwise, int min, int max) {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below with the rest.
    }
    Message remedy = Message.of("remedy.number", String.valueOf(min), String.valueOf(max));
    throw Problem.parameter(name, value.get(), remedy).exception();
  }

  /** An enum's constant said in lower case. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
    return one(name).map(value -> constant(name, value, words));
  }

  /** Several constants of an enum said in lower case. */
  <E extends Enum<E>> Set<E> words(String name, Class<E> words) {
    Set<E> all = new LinkedHashSet<>();
    many(name).forEach(value -> all.add(constant(name, value, words)));
    return all;
  }

  /** Refuses a value that is none of the words said. */
  static ProblemException noneOf(String name, String value, List<String> words) {
    return Problem.parameter(name, value, Message.of("remedy.one-of", String.join(", ", words)))
        .exception();
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> words) {
    List<String> known = new ArrayList<>();
    for (E word : words.getEnumConstants()) {
      if (Json.word(word).equals(value)) {
        return word;
      }
      known.add(Json.word(word));
    }
    throw noneOf(name, value, known);
  }

  private static String checked(String name, String value, int maxLength) {
    if (value.isBlank()) {
      throw Problem.parameter(name, value, Message.of("remedy.empty")).exception();
    }
    if (value.length() > maxLength) {
      throw Problem.parameter(name, value, Message.of("remedy.long", String.valueOf(maxLength)))
          .exception();
    }
    return value;
  }

  private static Map<String, List<String>> decoded(Context call) {
    try {
      return call.queryParamMap();
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemKind.BAD_REQUEST, Message.of("http.malformed")).exception();
    }
  }

  /** A set of names in the order they are told to people. */
  static Set<String> names(String... names) {
    return new LinkedHashSet<>(Arrays.asList(names));
  }
}
