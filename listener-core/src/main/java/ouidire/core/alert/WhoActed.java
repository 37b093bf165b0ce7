package ouidire.core.alert;

import java.util.Locale;
import java.util.Map;
import ouidire.core.words.Wording;

/**
 * Who acted, as logs keep it and as people read it. What is kept is a name, the id of a person or
 * role whose link was opened, or a name and the role in whose name.
 */
public final class WhoActed {
  /** Stands for all channels: whoever read a message. */
  public static final String ANYBODY = "all";

  /** Between a name and the id of the role in whose name something is done. */
  public static final String FOR = " · ";

  /** Names that are no person's. */
  private static final Map<String, Wording> OURS =
      Map.of(
          ANYBODY,
          new Wording("quelqu’un, par le lien d’un message", "somebody, by a message's link"),
          "Premier démarrage",
          new Wording("Premier démarrage", "First start"),
          "local commands",
          new Wording("commandes locales", "local commands"));

  private WhoActed() {}

  /**
   * What is kept of who opened the link of a message.
   *
   * @param name as they gave it; blank when they gave none
   * @param recipient whose link it was: a role, a person, or {@link #ANYBODY}
   */
  public static String byLink(String name, String recipient) {
    String given = name.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    if (given.isEmpty()) {
      return recipient;
    }
    return recipient.equals(ANYBODY) || given.equals(recipient) ? given : given + FOR + recipient;
  }

  /** Whether somebody who acted did so for a role: by its link, in its name, or in its rota. */
  public static boolean holds(Role role, String by) {
    int parted = by.lastIndexOf(FOR);
    String last = parted < 0 ? by : by.substring(parted + FOR.length());
    if (last.equals(role.id())) {
      return true;
    }
    Role.Rota rota = role.rota();
    return rota != null
        && (rota.people().contains(last)
            || rota.replacements().stream().anyMatch(each -> each.person().equals(last)));
  }

  /** What a reader is told of what was kept. */
  public static String said(String by, AlertPolicy policy, Locale reader) {
    int parted = by.lastIndexOf(FOR);
    if (parted < 0) {
      return one(by, policy, reader);
    }
    String last = by.substring(parted + FOR.length());
    String first = one(by.substring(0, parted), policy, reader);
    return first + FOR + one(last, policy, reader);
  }

  private static String one(String id, AlertPolicy policy, Locale reader) {
    Wording ours = OURS.get(id);
    if (ours != null) {
      return ours.in(reader);
    }
    return policy
        .role(id)
        .map(role -> ShippedNames.in(reader, role))
        .or(() -> policy.person(id).map(Person::name))
        .orElse(id);
  }
}
