package ouidire.core.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.brand.Site;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingsStore;

/**
 * What is known of links beside the mentions that carry them: where short ones lead ({@code
 * short-link} by its address), and which linking pages were seen again ({@code link-check} by the
 * page's key). Kept among the settings and read from memory. Safe for any number of threads.
 */
public final class LinkBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkBook.class);
  private static final String SHORT = "short-link";
  private static final String CHECK = "link-check";

  /** Who these settings are changed by: nobody does it by hand. */
  private static final String AUTHOR = "ouidire";

  private final SettingsStore settings;
  private final Map<String, Expansion> expansions = new ConcurrentHashMap<>();
  private final Map<String, PageCheck> checks = new ConcurrentHashMap<>();
  private final Object changing = new Object();
  private final Subscription subscription;

  /**
   * Where a short link leads.
   *
   * @param target null when it could not be followed
   * @param at when it was tried
   */
  public record Expansion(@Nullable CanonicalUrl target, Instant at) {}

  public LinkBook(SettingsStore settings) {
    this.settings = settings;
    subscription = settings.subscribe(this::hear);
    for (String kind : List.of(SHORT, CHECK)) {
      for (Setting one : settings.list(kind)) {
        read(kind, one.id(), one.value(), true);
      }
    }
  }

  /** What is known of a short link; empty when it was never followed. */
  public Optional<Expansion> expansion(CanonicalUrl url) {
    return Optional.ofNullable(expansions.get(url.toString()));
  }

  /** The page that a link leads to: itself, unless it is a short one that was followed. */
  public CanonicalUrl resolved(CanonicalUrl url) {
    Expansion known = expansions.get(url.toString());
    CanonicalUrl target = known == null ? null : known.target();
    return target == null ? url : target;
  }

  /** The short links that lead onto one of the sites, canonical. */
  public Set<String> shortLinksTo(List<Site> sites) {
    Set<String> all = new HashSet<>();
    expansions.forEach(
        (url, known) -> {
          CanonicalUrl target = known.target();
          if (target != null && target.isOn(sites)) {
            all.add(url);
          }
        });
    return all;
  }

  /** Remembers where a short link leads; null when it could not be followed. */
  public void keepExpansion(CanonicalUrl url, @Nullable CanonicalUrl target, Instant at) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (target != null) {
      json.put("leadsTo", target.toString());
    }
    json.put("at", at.toString());
    keep(SHORT, url.toString(), json);
  }

  /** What was found of a linking page; empty when it was never fetched again. */
  public Optional<PageCheck> check(String pageKey) {
    return Optional.ofNullable(checks.get(pageKey));
  }

  /** What is found of a linking page, given what was found before. */
  public interface Finding {
    /**
     * @param before null when it was never fetched again
     */
    PageCheck after(@Nullable PageCheck before);
  }

  /** Remembers what was found of a linking page; two that find something at once lose nothing. */
  public void keepCheck(String pageKey, Finding finding) {
    if (pageKey.length() > SettingsStore.MAX_ID) {
      return;
    }
    synchronized (changing) {
      keep(CHECK, pageKey, json(finding.after(checks.get(pageKey))));
    }
  }

  private static ObjectNode json(PageCheck check) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("page", check.page());
    json.put("at", check.at().toString());
    json.put("state", check.state().name().toLowerCase(Locale.ROOT));
    if (check.goneSince() != null) {
      json.put("goneSince", check.goneSince().toString());
    }
    ArrayNode present = json.putArray("present");
    check.present().stream().sorted().forEach(present::add);
    ObjectNode missing = json.putObject("missing");
    check.missing().forEach((target, since) -> missing.put(target, since.toString()));
    return json;
  }

  private void keep(String kind, String id, ObjectNode json) {
    if (id.length() <= SettingsStore.MAX_ID) {
      settings.replace(kind, id, json, AUTHOR);
    }
  }

  private void hear(SettingChange change) {
    if (change.kind().equals(SHORT) || change.kind().equals(CHECK)) {
      read(change.kind(), change.id(), change.after(), false);
    }
  }

  /**
   * @param first whether something newer may have been heard already
   */
  private void read(String kind, String id, @Nullable JsonNode json, boolean first) {
    try {
      if (kind.equals(SHORT)) {
        put(expansions, id, json == null ? null : expansion(json), first);
      } else {
        put(checks, id, json == null ? null : check(json), first);
      }
    } catch (RuntimeException e) {
      LOG.warn("{} of the settings cannot be read: {}", kind, e.toString());
    }
  }

  private static <T> void put(Map<String, T> all, String id, @Nullable T value, boolean first) {
    if (value == null) {
      all.remove(id);
    } else if (first) {
      all.putIfAbsent(id, value);
    } else {
      all.put(id, value);
    }
  }

  private static Expansion expansion(JsonNode json) {
    return new Expansion(
        CanonicalUrl.of(json.path("leadsTo").asText("")).orElse(null),
        Instant.parse(json.required("at").asText()));
  }

  private static PageCheck check(JsonNode json) {
    Map<String, Instant> missing = new HashMap<>();
    json.path("missing")
        .properties()
        .forEach(one -> missing.put(one.getKey(), Instant.parse(one.getValue().asText())));
    Set<String> present = new HashSet<>();
    json.path("present").forEach(one -> present.add(one.asText()));
    JsonNode gone = json.get("goneSince");
    return new PageCheck(
        json.required("page").asText(),
        Instant.parse(json.required("at").asText()),
        PageCheck.State.valueOf(json.required("state").asText().toUpperCase(Locale.ROOT)),
        gone == null ? null : Instant.parse(gone.asText()),
        present,
        missing);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
