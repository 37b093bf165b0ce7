package ouidire.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fr|Le service client ne répond plus depuis trois jours
          fr|Chu tanné de leur bullshit, le customer service est pourri ben raide
          fr|jadore cette boutique, merci !
          fr|L'appli Boréalink plante encore
          en|The customer service is awful and they never answer the phone
          en|I love this store, thanks for the great support
          es|El servicio es muy malo y nunca contestan
          de|Der Kundenservice ist sehr schlecht und niemand antwortet
          it|Il servizio è pessimo e non rispondono mai
          pt|O serviço é muito ruim e não respondem nunca
          nl|De klantenservice is heel slecht en niemand geeft antwoord
          ru|Служба поддержки не отвечает
          ja|このサービスはひどいです
          ar|الخدمة سيئة جدا
          und|ok
          und|😂😂😂
          und|@boreal https://exemple.test/the-best-of
          """)
  void namesTheLanguage(String language, String text) {
    assertThat(detector.detect(text)).as(text).isEqualTo(language);
  }
}
