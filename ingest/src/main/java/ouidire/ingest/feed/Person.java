package ouidire.ingest.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A person as feeds write one: a name, an address of e-mail, or both in any order. */
final class Person {
  private static final int LONGEST = 500;
  private static final Pattern EMAIL =
      Pattern.compile("(?i)(?:mailto:)?[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w.-]{1,190}");

  private Person() {}

  /** Name of an Atom person (name, else e-mail, else page) or of a text such as RSS has. */
  static Optional<String> of(Element element) {
    String email = "";
    String page = "";
    for (Element child : element.children()) {
      String key = Names.of(child);
      String local = key.substring(key.indexOf(':') + 1);
      String value = child.text().strip();
      if (local.equals("name") && !value.isEmpty()) {
        return ofText(value);
      }
      if (local.equals("person") || local.equals("agent") || local.equals("description")) {
        return of(child);
      }
      email = local.equals("email") || local.equals("mbox") ? value : email;
      page = local.equals("uri") || local.equals("url") || local.equals("homepage") ? value : page;
    }
    if (!email.isEmpty()) {
      return ofText(email);
    }
    return element.children().isEmpty() ? ofText(element.text()) : ofText(page);
  }

  /** The name in "Name &lt;mail&gt;", "mail (Name)", "Name (mail)" and the like. */
  static Optional<String> ofText(String written) {
    String text =
        TextConstruct.oneLine(TextConstruct.ofUntyped(angles(written), "").text()).strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher email = EMAIL.matcher(text);
    if (!email.find()) {
      return Optional.of(text);
    }
    String around = (text.substring(0, email.start()) + " " + text.substring(email.end())).strip();
    String name =
        around
            .replaceAll("[\\s()<>\\[\\],;\"]{1,20}$|^[\\s()<>\\[\\],;\"]{1,20}", "")
            .replaceAll("[(<\\[]\\s*[)>\\]]", "")
            .strip();
    String address = email.group().replaceFirst("(?i)^mailto:", "");
    return Optional.of(name.isEmpty() ? address : name);
  }

  /** An address between angle brackets is no tag. */
  private static String angles(String text) {
    return text.replaceAll("<\\s*((?:mailto:)?[^<>\\s@]{1,64}@[^<>\\s]{1,190})\\s*>", " ($1)");
  }
}
