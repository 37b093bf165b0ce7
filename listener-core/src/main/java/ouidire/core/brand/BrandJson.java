package ouidire.core.brand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A brand as the settings keep it, under its id: {@code
 * {"name","query","competitor","accounts":[],"sites":[],"zone"}}.
 */
public final class BrandJson {
  /** The kind of setting that brands are. */
  public static final String KIND = "brand";

  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
  private static final int MAX_NAME = 100;
  private static final int MAX_ACCOUNTS = 100;
  private static final int MAX_SITES = 50;

  private BrandJson() {}

  /** A value that no brand can have. */
  public static final class InvalidBrandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String field;

    InvalidBrandException(String field, String remedy) {
      super(field + ": " + remedy);
      this.field = field;
    }

    /** The key at fault. */
    public String field() {
      return field;
    }
  }

  public static ObjectNode write(Brand brand) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", brand.name());
    json.put("query", brand.query());
    json.put("competitor", brand.competitor());
    ArrayNode accounts = json.putArray("accounts");
    brand.accounts().forEach(accounts::add);
    ArrayNode sites = json.putArray("sites");
    brand.sites().forEach(site -> sites.add(site.toString()));
    json.put("zone", brand.zone().getId());
    return json;
  }

  /**
   * Reads a brand; whether its query parses is not asked.
   *
   * @param zone where the value names none
   * @throws InvalidBrandException naming the field and the remedy
   */
  public static Brand read(String id, JsonNode json, ZoneId zone) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidBrandException(
          "id", "give 1 to 64 lower-case letters, digits and hyphens, no hyphen at either end");
    }
    String name = json.path("name").asText("").strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new InvalidBrandException("name", "give 1 to " + MAX_NAME + " characters");
    }
    String query = json.path("query").asText("").strip();
    if (query.isEmpty()) {
      throw new InvalidBrandException("query", "give a query");
    }
    return new Brand(
        id,
        name,
        query,
        json.path("competitor").asBoolean(false),
        accounts(json),
        sites(json),
        zone(json, zone));
  }

  private static List<String> accounts(JsonNode json) {
    List<String> accounts = new ArrayList<>();
    for (JsonNode one : json.path("accounts")) {
      String account = one.asText("").strip();
      account = account.startsWith("@") ? account.substring(1) : account;
      if (account.isEmpty() || account.length() > MAX_NAME) {
        throw new InvalidBrandException("accounts", "give handles of 1 to 100 characters");
      }
      accounts.add(account);
    }
    if (accounts.size() > MAX_ACCOUNTS) {
      throw new InvalidBrandException("accounts", "give at most " + MAX_ACCOUNTS);
    }
    return accounts;
  }

  private static List<Site> sites(JsonNode json) {
    List<Site> sites = new ArrayList<>();
    for (JsonNode one : json.path("sites")) {
      Site site =
          Site.of(one.asText(""))
              .orElseThrow(
                  () ->
                      new InvalidBrandException(
                          "sites", "give hosts, with a path where it matters: example.org/fr"));
      if (!sites.contains(site)) {
        sites.add(site);
      }
    }
    if (sites.size() > MAX_SITES) {
      throw new InvalidBrandException("sites", "give at most " + MAX_SITES);
    }
    return sites;
  }

  private static ZoneId zone(JsonNode json, ZoneId otherwise) {
    String zone = json.path("zone").asText("");
    try {
      return zone.isBlank() ? otherwise : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new InvalidBrandException("zone", "give an IANA time zone, such as America/Toronto");
    }
  }
}
