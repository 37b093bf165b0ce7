package ouidire.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.Campaign;
import ouidire.core.alert.CampaignFile;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.KnownBrands;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.settings.SettingsStore;

/**
 * {@code POST /api/v1/campaigns/import}: a whole calendar of campaigns, all of it or nothing; what
 * was imported before under the same name and day is replaced.
 */
final class CampaignImport {
  private static final int MAX_CALENDAR = 512 * 1024;
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private final KnownBrands brands;
  private final Entries entries;

  CampaignImport(SettingsStore settings, BrandCatalogue brands) {
    this.brands = new KnownBrands(brands);
    this.entries =
        new Entries(
            settings,
            AlertDocument.CAMPAIGN.kind(),
            AlertDocument.CAMPAIGN.word(),
            (id, body) -> body.deepCopy());
  }

  void campaigns(Context call) throws IOException {
    Bodies.requireType(call, "text/calendar", "text/csv");
    String text = new String(Bodies.read(call, MAX_CALENDAR), StandardCharsets.UTF_8);
    List<Campaign> all = AlertCalls.doing("thing.campaign", "", () -> read(text));
    ArrayNode ids = AlertCalls.object().arrayNode();
    for (Campaign campaign : all) {
      var unused = entries.put(call, campaign.id(), IncidentJson.tree(campaign));
      ids.add(campaign.id());
    }
    ObjectNode answer = AlertCalls.object().put("imported", all.size());
    answer.set("ids", ids);
    AlertCalls.answer(call, answer);
  }

  /** Checked to the last line before the first is kept. */
  private List<Campaign> read(String text) {
    List<Campaign> all = CampaignFile.read(text, ZONE).stream().map(this::ofOurBrands).toList();
    all.forEach(brands::requireIn);
    return all;
  }

  /** Files name brands as people do. */
  private Campaign ofOurBrands(Campaign read) {
    Set<String> ids = read.brands().stream().map(brands::idOf).collect(Collectors.toSet());
    return new Campaign(read.id(), read.name(), read.from(), read.to(), ids);
  }
}
