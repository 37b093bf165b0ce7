package ouidire.core.alert;

import java.util.Locale;
import java.util.Map;
import ouidire.core.words.Wording;

/**
 * Names of the rule and the roles that ship, for readers of either language. They are documents as
 * any other: one that people named anew is called as they named it, by everybody.
 */
public final class ShippedNames {
  /** By id: as it ships, and in English. */
  private static final Map<String, Wording> NAMES =
      Map.of(
          AlertRule.CRISIS.id(),
          new Wording(AlertRule.CRISIS.name(), "Crisis detection"),
          "communications",
          new Wording("Communications", "Communications"),
          "ti",
          new Wording("TI", "IT"),
          "juridique",
          new Wording("Juridique", "Legal"));

  private ShippedNames() {}

  /** What a reader calls the rule or role of this id and name. */
  public static String in(Locale reader, String id, String name) {
    Wording shipped = NAMES.get(id);
    return shipped != null && shipped.french().equals(name) ? shipped.in(reader) : name;
  }

  public static String in(Locale reader, AlertRule rule) {
    return in(reader, rule.id(), rule.name());
  }

  public static String in(Locale reader, Role role) {
    return in(reader, role.id(), role.name());
  }
}
