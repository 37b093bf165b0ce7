package ouidire.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers, counters and languages as people's tools write them. */
class CellHabitsTest {
  @Test
  void noHeaderMeansTwoColumns() {
    Map<String, MentionColumn> seen = new HashMap<>();
    for (MentionColumn column : MentionColumn.values()) {
      for (String header : column.headers()) {
        assertThat(seen.put(header, column)).as(header).isIn(null, column);
      }
    }
  }

  @Test
  void headersOfEveryHabitAreRecognised() throws Exception {
    assertRecognised(
        "Date;Heure;Auteur;Nom d'utilisateur;Message;Lien;Nombre d'abonnés;J'aime;Partages;Langue",
        "date time author handle text url followers likes shares language");
    assertRecognised(
        "url;indexed;published;title;content;title_snippet;content_snippet;domain_url;lang;"
            + "extra_author_attributes.name;extra_author_attributes.short_name",
        "url date title text source language author handle");
    assertRecognised(
        "Date;Headline;URL;Opening Text;Hit Sentence;Source;Influencer;Country;Language",
        "date title url text source author region language");
    assertRecognised(
        "created_at;id_str;full_text;user.screen_name;user.name;user.followers_count;lang;"
            + "in_reply_to_status_id_str",
        "date id text handle author followers language parent");
    assertRecognised(
        "Identifiant;Contenu du message;Publié le;Compte;Réponses;Retweets;Plateforme;Type",
        "id text date handle comments shares source type");
    assertRecognised(
        "date;texte;pseudo;Date de création du compte", "date text handle account_created");
    assertRecognised(
        "created_at;text;user.screen_name;user.created_at", "date text handle account_created");
  }

  private static void assertRecognised(String headers, String expected) throws Exception {
    ColumnMapping mapping = ColumnMapping.of(List.of(headers.split(";")), Map.of());
    assertThat(mapping.sufficient()).isTrue();
    assertThat(mapping.described().keySet()).containsExactlyInAnyOrder(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0", "1234|1234", "1 234|1234", "1\u202f234|1234", "1,234|1234", "1.234|1234",
        "1,234,567|1234567", "12.0|12", "1,2 k|1200", "1.5K|1500", "3.4M|3400000", "12k|12000"
      })
  void countersAreRead(String written, long meant) {
    assertThat(Numbers.count(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"-3", "n/d", "beaucoup", "''", "k", "12345678901234567890"})
  void whatIsNoCounterIsUnknown(String written) {
    assertThat(Numbers.count(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|fr",
        "FR|fr",
        "fr_CA|fr-CA",
        "fr-ca|fr-CA",
        "French|fr",
        "Français|fr",
        "fra|fr",
        "fre|fr",
        "anglais|en",
        "English|en"
      })
  void languagesAreRead(String written, String meant) {
    assertThat(Languages.code(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"und", "inconnue", "?", "''"})
  void whatIsNoLanguageIsUnknown(String written) {
    assertThat(Languages.code(written)).isNull();
  }
}
