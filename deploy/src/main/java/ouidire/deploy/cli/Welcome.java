package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import ouidire.core.config.Settings;
import ouidire.deploy.app.App;

/** What the service says once it is up: the link, with the key on the first start. */
final class Welcome {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Welcome() {}

  static void say(Console console, Settings settings, App app) {
    ObjectNode data = JSON.createObjectNode();
    data.put("kafka", app.kafka().bootstrap());
    if (app.http().isEmpty()) {
      console.say("up.headless", settings.roles(), app.kafka().bootstrap());
    } else {
      URI address = app.http().get();
      data.put("url", address.toString());
      if (app.firstKey().isPresent()) {
        String link = address + "/?key=" + app.firstKey().get();
        data.put("signIn", link);
        console.say("up.first", link);
      } else {
        console.say("up.again", address);
      }
    }
    if (settings.brands().isEmpty()) {
      console.say("up.nobrand", settings.data().resolve("ouidire.yml"));
    }
    if (!console.terminal()) {
      console.out().println(data);
      console.out().flush();
    }
  }
}
