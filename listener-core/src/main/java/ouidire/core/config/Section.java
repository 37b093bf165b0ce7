package ouidire.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A section of the file while it is being read. Whoever asks for a key thereby makes it known; what
 * nobody asked for is unknown, see {@link #end()}.
 */
final class Section {
  private final String path;
  private final String where;
  private final Reading reading;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  /** Where the keys stand; a value may begin lines below its key. */
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private final Set<String> asked = new TreeSet<>();

  /** What all sections of one reading share. */
  record Reading(String file, Overlay overlay, List<Problem> problems, Set<String> knobs) {
    Reading(String file, Overlay overlay) {
      this(file, overlay, new ArrayList<>(), new LinkedHashSet<>());
    }

    String line(Node node) {
      return file + ":" + (node.getStartMark().getLine() + 1);
    }

    void problem(String key, String where, String code, String... details) {
      problems.add(Problem.of(key, where, code, details));
    }
  }

  Section(String path, @Nullable Node node, String where, Reading reading) {
    this.path = path;
    this.where = where;
    this.reading = reading;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (nodes.put(key, tuple.getValueNode()) != null) {
          reading.problem(under(key), reading.line(tuple.getKeyNode()), "duplicate");
        }
        keys.put(key, tuple.getKeyNode());
      }
    } else if (node != null && !isNull(node)) {
      reading.problem(path, where, "section");
    }
  }

  /** The value of a knob as it was written, from wherever it was given; empty when it was not. */
  Optional<Overlay.Given> scalar(String key) {
    asked.add(key);
    reading.knobs().add(under(key));
    Optional<Overlay.Given> above = reading.overlay().value(under(key));
    if (above.isPresent()) {
      return above;
    }
    Node node = nodes.get(key);
    if (node == null || isNull(node)) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank()
          ? Optional.empty()
          : Optional.of(new Overlay.Given(scalar.getValue().strip(), reading.line(node)));
    }
    reading.problem(under(key), line(key), "scalar");
    return Optional.empty();
  }

  Section section(String key) {
    asked.add(key);
    Node node = nodes.get(key);
    return new Section(under(key), node, line(key), reading);
  }

  /** The entries of a list of sections. */
  List<Section> sections(String key) {
    List<Section> all = new ArrayList<>();
    for (Node item : items(key)) {
      all.add(new Section(under(key) + "[" + all.size() + "]", item, reading.line(item), reading));
    }
    return all;
  }

  /** The entries of a list of words; from the environment, commas part them. */
  List<Overlay.Given> scalars(String key) {
    Optional<Overlay.Given> above = reading.overlay().value(under(key));
    List<Overlay.Given> all = new ArrayList<>();
    if (above.isPresent() || nodes.get(key) instanceof ScalarNode) {
      scalar(key)
          .ifPresent(
              given -> {
                for (String part : given.value().split(",")) {
                  if (!part.isBlank()) {
                    all.add(new Overlay.Given(part.strip(), given.where()));
                  }
                }
              });
      return all;
    }
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar) {
        all.add(new Overlay.Given(scalar.getValue().strip(), reading.line(item)));
      } else {
        reading.problem(under(key), reading.line(item), "scalar");
      }
    }
    return all;
  }

  /** All keys of a section whose keys are people's own. */
  Map<String, String> free() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String key : nodes.keySet()) {
      scalar(key).ifPresent(given -> all.put(key, given.value()));
      reading.knobs().remove(under(key));
    }
    return all;
  }

  /** Tells of the keys that nobody asked for. */
  void end() {
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      String key = entry.getKey();
      if (!asked.contains(key)) {
        String line = line(key);
        Optional<String> near = Nearest.of(key, asked);
        if (near.isPresent()) {
          reading.problem(under(key), line, "unknown.near", under(near.get()));
        } else {
          reading.problem(under(key), line, "unknown");
        }
      }
    }
  }

  /** Where a key stands; where the section does when it has none. */
  private String line(String key) {
    Node node = keys.get(key);
    return node == null ? where : reading.line(node);
  }

  String under(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  String where() {
    return where;
  }

  void problem(String key, String place, String code, String... details) {
    reading.problem(under(key), place, code, details);
  }

  private List<Node> items(String key) {
    asked.add(key);
    reading.knobs().add(under(key));
    Node node = nodes.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    reading.problem(under(key), line(key), "list");
    return List.of();
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }
}
