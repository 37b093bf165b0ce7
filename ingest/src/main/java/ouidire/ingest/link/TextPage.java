package ouidire.ingest.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ouidire.core.mention.MentionType;

/**
 * A page without markup: of JSON, each string that is an address as a whole (the Recommendation,
 * section 3.2.2); of plain text, each address in it.
 */
final class TextPage implements WebPage {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]{1,4000}");
  private static final String PUNCTUATION = ".,;:!?'’)]}";
  private static final int EXCERPT = 300;
  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> links;
  private final String text;

  private TextPage(Set<String> links, String text) {
    this.links = new ArrayList<>(links);
    this.text = text;
  }

  static TextPage ofJson(byte[] body) {
    Set<String> links = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder();
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          String value = json.getText();
          if (ADDRESS.matcher(value).matches()) {
            links.add(value);
          } else {
            text.append(value).append(' ');
          }
        }
      }
    } catch (IOException e) {
      // What was read until it broke is what it says.
    }
    return new TextPage(links, text.toString().strip());
  }

  static TextPage ofText(byte[] body) {
    String text = new String(body, UTF_8);
    Set<String> links = new LinkedHashSet<>();
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      // As it stands, and without the punctuation of the sentence around it.
      links.add(address.group());
      links.add(withoutPunctuation(address.group()));
    }
    return new TextPage(links, text.replaceAll("\\s+", " ").strip());
  }

  /** By hand: a pattern would try each mark of a long row of them as its beginning. */
  private static String withoutPunctuation(String address) {
    int end = address.length();
    while (PUNCTUATION.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  @Override
  public List<String> links() {
    return List.copyOf(links);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Said about(String target) {
    int at = Math.max(0, text.indexOf(target));
    int from = Math.max(0, at - EXCERPT);
    int to = Math.min(text.length(), at + EXCERPT);
    String excerpt = text.substring(from, to).strip();
    return new Said(
        null, excerpt.isEmpty() ? null : excerpt, null, null, null, MentionType.ARTICLE);
  }
}
