package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;
import ouidire.core.settings.SettingsStore;
import ouidire.core.waiting.Await;

/** A whole service: brands that are added, changed and removed while it runs. */
class BrandsEditedEndToEndTest {
  @TempDir Path folder;

  @Test
  void aBrandIsFoundFromNowOnAndInThePast() throws Exception {
    Settings settings = settings();
    try (App app = App.start(settings, "test")) {
      for (int i = 0; i < 200; i++) {
        publish(app, "p" + i, i % 2 == 0 ? "Le yogourt Monterel caille" : "Rien à dire " + i);
      }
      app.settle();
      assertThat(ids(app, brand("monterel"))).isEmpty();

      put(app, "monterel", "monterel NOT prix");
      publish(app, "after", "Encore Monterel !");
      app.settle();
      assertThat(app.history().find("after").orElseThrow().matches())
          .extracting(BrandMatch::brand)
          .containsExactly("monterel");
      Await.until("the past is there", () -> ids(app, brand("monterel")).size() == 101);
      assertThat(ids(app, brand("monterel")))
          .isEqualTo(ids(app, MentionFilter.ALL.withQuery("monterel NOT prix")));

      put(app, "monterel", "caille");
      put(app, "casse", "a AND (");
      Await.until("the change is in the past", () -> ids(app, brand("monterel")).size() == 100);
      publish(app, "later", "Ça caille");
      app.settle();
      assertThat(ids(app, brand("monterel"))).contains("later").doesNotContain("after");
      assertThat(ids(app, brand("erabelle"))).isEmpty();
    }
    try (App again = App.start(settings, "test")) {
      assertThat(ids(again, brand("monterel"))).hasSize(101);
      publish(again, "restarted", "caille et Érabelle");
      again.settle();
      assertThat(again.history().find("restarted").orElseThrow().matches())
          .extracting(BrandMatch::brand)
          .containsExactlyInAnyOrder("erabelle", "monterel");
      again.store().delete("brand", "monterel", "test", SettingsStore.ANY_VERSION);
      Await.until("the brand is gone", () -> ids(again, brand("monterel")).isEmpty());
    }
  }

  @Test
  void aQueryWithAListFollowsTheList() throws Exception {
    try (App app = App.start(settings(), "test")) {
      publish(app, "a", "Un mot", "alice");
      publish(app, "b", "Un mot", "bob");
      app.settle();
      ObjectNode list = JsonNodeFactory.instance.objectNode().put("name", "Nos voix");
      list.putArray("authors").add("@alice");
      app.store().put("list", "voix", list, "test", SettingsStore.ANY_VERSION);
      put(app, "voix", "list:\"nos voix\"");
      Await.until("alice", () -> ids(app, brand("voix")).equals(Set.of("a")));
      list.putArray("authors").add("bob");
      app.store().put("list", "voix", list, "test", SettingsStore.ANY_VERSION);
      Await.until("bob", () -> ids(app, brand("voix")).equals(Set.of("b")));
      assertThat(ids(app, MentionFilter.ALL.withQuery("list:voix"))).isEqualTo(Set.of("b"));
    }
  }

  private static MentionFilter brand(String id) {
    return MentionFilter.ALL.withBrands(Set.of(id));
  }

  private static Set<String> ids(App app, MentionFilter filter) {
    return app.history()
        .atOneMoment(
            history -> {
              Set<String> ids = new TreeSet<>();
              history.forEach(filter, mention -> ids.add(mention.id()));
              assertThat(history.count(filter)).isEqualTo(ids.size());
              return ids;
            });
  }

  private static void put(App app, String id, String query) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.put("name", id).put("query", query);
    app.store().put("brand", id, value, "test", SettingsStore.ANY_VERSION);
  }

  private static void publish(App app, String id, String text) throws Exception {
    publish(app, id, text, "alice-" + id);
  }

  private static void publish(App app, String id, String text, String author) throws Exception {
    AnalysedMention mention = SampleMention.of(id).text(text).by(author, null, null).build();
    app.publisher().publish(mention.mention()).get();
  }

  private Settings settings() throws Exception {
    Path config = folder.resolve("ouidire.yml");
    Files.writeString(config, "zone: America/Toronto\nbrands:\n  - name: Érabelle\n");
    return new SettingsReader(
            new Surroundings(
                Map.of(),
                Map.of("http.port", "0", "data", folder.resolve("data").toString()),
                folder,
                folder,
                ZoneId.of("America/Toronto")))
        .read(config);
  }
}
