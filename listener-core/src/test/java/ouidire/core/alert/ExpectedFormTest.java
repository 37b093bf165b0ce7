package ouidire.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedFormTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static InvalidDocumentException refused(String key, Object value, Class<?> type) {
    return catchThrowableOfType(
        InvalidDocumentException.class,
        () -> IncidentJson.document(JSON.valueToTree(Map.of("id", "essai", key, value)), type));
  }

  @Test
  void aValueOfAnotherFormIsAnsweredWithAnExampleInTheReadersWords() {
    InvalidDocumentException duration = refused("pendingFor", "5 minutes", AlertRule.class);
    assertThat(duration.field()).isEqualTo("pendingFor");
    assertThat(duration.value()).isEqualTo("5 minutes");
    assertThat(duration.remedy().french()).isEqualTo("donnez une durée comme PT5M");
    assertThat(refused("pagesPerDay", "beaucoup", AlertRule.class).remedy().french())
        .isEqualTo("donnez un nombre entier");
    assertThat(refused("brands", "erabelle", AlertRule.class).remedy().english())
        .startsWith("give a list");
    assertThat(refused("severity", "enorme", AlertRule.class).remedy().french())
        .contains("l’un de", "crisis");
    assertThat(refused("from", "demain", Campaign.class).remedy().french())
        .isEqualTo("donnez un moment comme 2026-03-01T14:05:00Z");
  }

  @Test
  void noRefusalSpeaksOfClasses() {
    for (Object odd : new Object[] {"x", 3, true, Map.of("a", 1)}) {
      for (String key : new String[] {"filter", "when", "brands", "coolDown", "severity"}) {
        InvalidDocumentException refusal = refused(key, odd, AlertRule.class);
        if (refusal != null) {
          assertThat(refusal.remedy().french() + refusal.remedy().english())
              .as("%s = %s", key, odd)
              .doesNotContain("java", "ouidire", "deserialize");
        }
      }
    }
  }

  @Test
  void keysThatThereAreAreNamedInOrder() {
    assertThat(refused("fenetre", 5, AlertRule.class).remedy().french())
        .contains("clés possibles : brands, coolDown, enabled");
  }

  @Test
  void aChannelTakesNoLineBreaks() {
    assertThat(
            refused("settings", Map.of("to", "a@exemple.ca\r\nBcc: b@exemple.ca"), Channel.class))
        .isNotNull();
    Object mail = Map.of("id", "courriel", "kind", "email", "settings", Map.of("to", "a\nb"));
    InvalidDocumentException refusal =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () -> IncidentJson.document(JSON.valueToTree(mail), Channel.class));
    assertThat(refusal.field()).isEqualTo("settings.to");
    assertThat(refusal.remedy().french()).contains("retour à la ligne");
  }

  @Test
  void aCalendarMayHaveFrenchHeads() {
    String csv = "Nom;Début;Fin;Marques\nSoldes;2026-12-01;2026-12-08T18:00;erabelle\n";
    assertThat(CampaignFile.read(csv, ZoneId.of("America/Toronto")))
        .singleElement()
        .satisfies(soldes -> assertThat(soldes.brands()).containsExactly("erabelle"));
  }
}
