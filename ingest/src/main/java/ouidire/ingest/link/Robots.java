package ouidire.ingest.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ouidire.core.link.CanonicalUrl;
import ouidire.ingest.fetch.FetchResult;
import ouidire.ingest.fetch.SafeFetcher;
import ouidire.ingest.fetch.Validators;

/**
 * What sites ask of programs in their {@code robots.txt} (RFC 9309): the group that names us, else
 * the one for all; of the rules that match, the longest, and {@code allow} among equals. A file
 * that is missing forbids nothing; one that cannot be had now forbids everything (section 2.3.1).
 * Remembered for the life of the object: a round.
 */
final class Robots {
  private static final String US = "ouidire";
  private static final int MOST_BYTES = 500 * 1024;

  private final SafeFetcher fetcher;
  private final Pace pace;
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();

  Robots(SafeFetcher fetcher, Pace pace) {
    this.fetcher = fetcher;
    this.pace = pace;
  }

  private record Rule(boolean allow, String path) {
    /** {@code *} is anything, a last {@code $} the end (section 2.2.3). */
    boolean matches(String target) {
      boolean whole = path.endsWith("$");
      String[] parts = (whole ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
      if (!target.startsWith(parts[0])) {
        return false;
      }
      int at = parts[0].length();
      for (int i = 1; i < parts.length; i++) {
        boolean last = whole && i == parts.length - 1;
        int found = last ? target.length() - parts[i].length() : target.indexOf(parts[i], at);
        if (found < at || !target.startsWith(parts[i], found)) {
          return false;
        }
        at = found + parts[i].length();
      }
      return !whole || at == target.length();
    }
  }

  /** Whether a page may be asked for; false as well when it is time to end. */
  boolean allows(CanonicalUrl url) throws InterruptedException {
    String origin = url.scheme() + "://" + url.host() + ":" + url.port();
    List<Rule> all = rules.get(origin);
    if (all == null) {
      if (!pace.await(url.host())) {
        return false;
      }
      all = ask(origin);
      rules.put(origin, all);
    }
    String target = url.path() + url.query();
    boolean allow = true;
    int longest = -1;
    for (Rule rule : all) {
      int length = rule.path().length();
      if ((length > longest || length == longest && rule.allow()) && rule.matches(target)) {
        longest = length;
        allow = rule.allow();
      }
    }
    return allow;
  }

  private List<Rule> ask(String origin) {
    return switch (fetcher.fetch(origin + "/robots.txt", Validators.NONE, "text/plain")) {
      case FetchResult.Fetched fetched ->
          rules(new String(fetched.body(), 0, Math.min(MOST_BYTES, fetched.body().length), UTF_8));
      case FetchResult.Failed failed when failed.status() == 0 || failed.status() >= 500 ->
          List.of(new Rule(false, "/"));
      default -> List.of();
    };
  }

  /** The rules of a text that are for us. */
  private static List<Rule> rules(String text) {
    List<Rule> ours = new ArrayList<>();
    List<Rule> everyones = new ArrayList<>();
    boolean us = false;
    boolean everyone = false;
    boolean named = false;
    boolean agents = false;
    for (String written : text.split("[\r\n]+")) {
      int comment = written.indexOf('#');
      String line = (comment < 0 ? written : written.substring(0, comment)).strip();
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (!agents) {
          us = false;
          everyone = false;
        }
        agents = true;
        us |= value.equalsIgnoreCase(US);
        everyone |= value.equals("*");
        named |= us;
      } else if (key.equals("allow") || key.equals("disallow")) {
        agents = false;
        if (!value.isEmpty()) {
          Rule rule = new Rule(key.equals("allow"), value);
          if (us) {
            ours.add(rule);
          }
          if (everyone) {
            everyones.add(rule);
          }
        }
      }
    }
    return named ? ours : everyones;
  }
}
