package ouidire.deploy.app;

import java.util.EnumSet;
import java.util.Set;
import ouidire.core.config.Role;

/**
 * What can run in a process, in the order it starts, with the parts that each needs. The roles are
 * rows of {@link #of(Role)}; a part that needs Kafka finds an embedded or an outside one.
 */
enum Part {
  BROKER,
  TOPICS,
  SETTINGS(TOPICS),
  PUBLISHER(TOPICS),
  ANALYSER(TOPICS, SETTINGS),
  INDEX(TOPICS, SETTINGS),
  SOURCES(PUBLISHER),
  ALERTS(INDEX),
  API(INDEX, PUBLISHER);

  /** What takes mentions in and makes them findable, and no more. */
  static final Set<Part> OF_A_COMMAND =
      EnumSet.of(BROKER, TOPICS, SETTINGS, PUBLISHER, ANALYSER, INDEX);

  private final Set<Part> needs;

  Part(Part... needs) {
    this.needs = Set.of(needs);
  }

  /** The parts that a role asks for by itself. */
  static Set<Part> of(Role role) {
    return switch (role) {
      case BROKER -> EnumSet.of(BROKER, TOPICS);
      case INGEST -> EnumSet.of(SOURCES);
      case ANALYSE -> EnumSet.of(ANALYSER);
      case ALERT -> EnumSet.of(ALERTS);
      case SERVE -> EnumSet.of(API);
    };
  }

  /** The parts that these roles ask for, and all that those need. */
  static Set<Part> of(Set<Role> roles) {
    Set<Part> all = EnumSet.noneOf(Part.class);
    for (Role role : roles) {
      of(role).forEach(part -> part.addTo(all));
    }
    return all;
  }

  private void addTo(Set<Part> all) {
    if (all.add(this)) {
      needs.forEach(need -> need.addTo(all));
    }
  }
}
