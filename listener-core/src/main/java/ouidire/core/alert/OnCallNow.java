package ouidire.core.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** Who holds each role now, and until when, as JSON. */
public final class OnCallNow {
  private OnCallNow() {}

  /** Turns that are told ahead. */
  private static final int TURNS = 8;

  /**
   * {@code {"roles":[{id, name, audience, person, personName, until, channels, turns:[{from, to,
   * person, personName}]}]}}: who holds each role now and in the turns after this one.
   *
   * @param reader whose language names of roles that ship are in
   */
  public static ObjectNode of(AlertPolicy policy, Instant now, Locale reader) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode roles = answer.putArray("roles");
    for (Role role : policy.roles()) {
      ObjectNode json = roles.addObject();
      json.put("id", role.id()).put("name", ShippedNames.in(reader, role));
      json.put("audience", role.audience().name().toLowerCase(Locale.ROOT));
      ArrayNode channels = json.putArray("channels");
      role.channels().forEach(channels::add);
      Role.Rota rota = role.rota();
      if (rota == null) {
        continue;
      }
      String person = OnCall.at(rota, now);
      json.put("person", person);
      json.put("personName", policy.person(person).map(Person::name).orElse(person));
      json.put("until", OnCall.nextHandOver(rota, now).toString());
      policy.person(person).ifPresent(each -> each.channels().forEach(channels::add));
      turns(json.putArray("turns"), policy, rota, now);
    }
    return answer;
  }

  private static void turns(ArrayNode turns, AlertPolicy policy, Role.Rota rota, Instant now) {
    Instant from = OnCall.nextHandOver(rota, now);
    boolean alone = OnCall.at(rota, from).equals(OnCall.at(rota, now));
    for (int i = 0; i < TURNS && !alone; i++) {
      String person = OnCall.at(rota, from);
      Instant to = OnCall.nextHandOver(rota, from);
      turns
          .addObject()
          .put("from", from.toString())
          .put("to", to.toString())
          .put("person", person)
          .put("personName", policy.person(person).map(Person::name).orElse(person));
      from = to;
    }
  }
}
