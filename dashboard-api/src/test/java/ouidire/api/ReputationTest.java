package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/** Reactions, reach, interest, quality and declared accounts over HTTP. */
class ReputationTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static SampleMention own(int day, long followers) {
    return SampleMention.of("nous" + day)
        .at("2026-02-%02dT15:00:00Z".formatted(day))
        .from("bluesky", "bluesky")
        .by("erabelle", "Érabelle", followers);
  }

  @Test
  void totalsAddUpUnderTheFilter() {
    api.history.add(
        SampleMention.of("a")
            .by("ana", null, 100L)
            .engagement(5L, 2L, 1L)
            .brand("erabelle", ToneLabel.NEUTRAL)
            .build(),
        SampleMention.of("b").by("bob", null, 900L).engagement(50L, null, null).build());
    JsonNode all = api.json("/api/v1/metrics/totals");
    assertThat(all.path("engagement").asLong()).isEqualTo(58);
    assertThat(all.path("reach").asLong()).isEqualTo(1_000);
    JsonNode brand = api.json("/api/v1/metrics/totals?brand=erabelle");
    assertThat(brand.path("comments").asLong()).isEqualTo(2);
    assertThat(brand.path("reach").asLong()).isEqualTo(100);
    assertThat(brand.path("formula").asText()).contains("potentielle");
  }

  @Test
  void anAccountHasFollowersByDayAndACadence() {
    for (int day : new int[] {1, 3, 5, 7, 9, 11}) {
      api.history.add(own(day, 1_000 + day).build());
    }
    api.history.add(
        SampleMention.of("réponse")
            .at("2026-02-20T15:00:00Z")
            .from("bluesky", "bluesky")
            .by("erabelle", null, 1_050L)
            .type(MentionType.COMMENT)
            .build(),
        SampleMention.of("autre").by("quelqu’un", null, 5L).build());
    JsonNode accounts = api.json("/api/v1/metrics/accounts?brand=erabelle").path("accounts");
    assertThat(accounts).hasSize(1);
    JsonNode own = accounts.get(0);
    assertThat(own.path("network").asText()).isEqualTo("bluesky");
    assertThat(own.path("publications").asInt()).as("answers are none").isEqualTo(6);
    assertThat(own.path("medianGapSeconds").asLong()).isEqualTo(2 * 86_400);
    assertThat(own.path("warnAfterSeconds").asLong()).isEqualTo(6 * 86_400);
    assertThat(own.path("late").asBoolean()).isTrue();
    assertThat(own.path("last").asText()).isEqualTo("2026-02-11T15:00:00Z");
    assertThat(own.path("followers")).hasSize(7);
    assertThat(own.at("/followers/0/followers").asLong()).isEqualTo(1_001);
    JsonNode past = api.json("/api/v1/metrics/accounts?brand=erabelle&to=2026-02-12T00:00:00Z");
    assertThat(past.at("/accounts/0/late").asBoolean()).as("a day later").isFalse();
  }

  @Test
  void followersAreImportedAndNeverPutInPlaceOfAMeasure() {
    api.history.add(own(3, 1_003).build());
    HttpResponse<String> answer =
        post(
            "date;account;network;followers\n2026-02-02;@Erabelle;bluesky;1 002\n"
                + "2026-02-03;erabelle;bluesky;9\nhier;erabelle;;3\n2026-02-04;;;3\n"
                + "2026-02-05;erabelle;;beaucoup\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode kept = ApiFixture.parse(answer.body());
    assertThat(kept.path("points").asInt()).isEqualTo(2);
    assertThat(kept.path("rejected")).hasSize(3);
    assertThat(kept.at("/rejected/0/line").asInt()).isEqualTo(4);
    assertThat(kept.at("/rejected/0/reason").asText()).startsWith("date");
    JsonNode points =
        api.json("/api/v1/metrics/accounts?brand=erabelle").at("/accounts/0/followers");
    assertThat(points).hasSize(2);
    assertThat(points.at("/0/followers").asLong()).isEqualTo(1_002);
    assertThat(points.at("/0/imported").asBoolean()).isTrue();
    assertThat(points.at("/1/followers").asLong()).as("measured").isEqualTo(1_003);
    assertThat(post("day,who\n").statusCode()).isEqualTo(400);
  }

  @Test
  void followersOfNoDayOrNoNetworkAreRejectedByTheirColumn() {
    HttpResponse<String> answer =
        post(
            "date,account,network,followers\n2999-01-01,erabelle,,1\n1850-01-01,erabelle,,1\n"
                + "2026-02-04,erabelle,a/b,1\n2026-02-04,erabelle,"
                + "x".repeat(2_000)
                + ",1\n2026-02-04,era/belle,,1\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = ApiFixture.parse(answer.body());
    assertThat(told.path("points").asInt()).isZero();
    assertThat(told.path("rejected"))
        .extracting(each -> each.path("reason").asText().split("[^a-z]", 2)[0])
        .containsExactly("date", "date", "network", "network", "account");
  }

  @Test
  void interestIsAgainstTheHabitAndQualityShowsItsParts() {
    for (int i = 0; i < 5; i++) {
      api.history.add(
          SampleMention.of("h" + i).by("ana", null, null).engagement((long) i, null, null).build());
    }
    api.history.add(
        SampleMention.of("m")
            .by("ana", null, null)
            .at("2026-03-02T15:30:00Z")
            .type(MentionType.COMMENT)
            .links("https://preuve.test/")
            .text("mot ".repeat(20))
            .engagement(26L, null, null)
            .build());
    JsonNode one = api.json("/api/v1/mentions/m/contribution");
    // Medians of author and source are both ln 3.
    assertThat(one.at("/interest/usual").asDouble()).isCloseTo(2, within(1e-3));
    assertThat(one.at("/interest/times").asDouble()).isCloseTo(9, within(1e-3));
    assertThat(one.at("/interest/authorMentions").asInt()).isEqualTo(5);
    double reactions = 1 / (1 + Math.exp(-Math.log(9)));
    double expected = 0.2 * 0.5 + 0.2 + 0.15 + 0.15 + 0.15 * reactions + 0.15;
    assertThat(one.at("/quality/value").asDouble()).isCloseTo(expected, within(1e-3));
    JsonNode many = api.json("/api/v1/metrics/contributions");
    assertThat(many.path("n").asInt()).isEqualTo(6);
    assertThat(many.at("/interest/most/0/mention/id").asText()).isEqualTo("m");
    assertThat(many.at("/quality/parts")).hasSize(6);
    api.history.add(SampleMention.of("muet").from("rss", "Autre").by("zoé", null, null).build());
    assertThat(api.json("/api/v1/mentions/muet/contribution").path("interest").isNull()).isTrue();
    assertThat(api.get("/api/v1/mentions/personne/contribution").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String csv) {
    return api.send(
        api.signed("/api/v1/accounts/followers")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(csv)));
  }
}
