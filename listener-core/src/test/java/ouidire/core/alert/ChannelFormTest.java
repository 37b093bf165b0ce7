package ouidire.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel is refused for before anything is sent. */
class ChannelFormTest {
  private static final Map<String, String> MAIL =
      Map.of("host", "smtp.example", "from", "a@b.example", "to", "c@d.example");

  private static Channel channel(
      Channel.Kind kind, Map<String, String> settings, Map<String, String> secrets) {
    return new Channel("ml", kind, "ml", Alert.Severity.WATCH, true, settings, secrets);
  }

  private static Channel mail(String key, String value) {
    Map<String, String> settings = new HashMap<>(MAIL);
    settings.put(key, value);
    return channel(Channel.Kind.EMAIL, settings, Map.of());
  }

  private static InvalidDocumentException refused(Channel channel) {
    return catchThrowableOfType(InvalidDocumentException.class, channel::requireComplete);
  }

  @ParameterizedTest
  @CsvSource({
    "port,abc",
    "port,0",
    "port,70000",
    "host,https://smtp.example",
    "host,smtp.example:25",
    "from,veille",
    "from,a@b@c",
    "to,'c@d.example, e'",
    "to,''",
    "tls,oui",
    "language,de"
  })
  void aSettingThatCouldNotBeUsedIsNamed(String key, String value) {
    InvalidDocumentException refusal = refused(mail(key, value));
    assertThat(refusal).as(value).isNotNull();
    assertThat(refusal.field()).isEqualTo("settings." + key);
    assertThat(refusal.remedy().french()).isNotEqualTo(refusal.remedy().english());
  }

  @ParameterizedTest
  @CsvSource({
    "port,587",
    "host,192.0.2.7",
    "host,[::1]",
    "from,Veille <a@b.example>",
    "to,'c@d.example, Ana Côté <e@f.example>'",
    "tls,none",
    "language,en"
  })
  void whatServersTakeIsTaken(String key, String value) {
    assertThatCode(mail(key, value)::requireComplete).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "pas une adresse",
    "ftp://a.example/b",
    "https:///chemin",
    "//a.example",
    "http://a.example:99999/"
  })
  void anAddressIsWholeAndASecretOneIsNotShown(String url) {
    InvalidDocumentException open =
        refused(channel(Channel.Kind.WEBHOOK, Map.of("url", url), Map.of()));
    assertThat(open.field()).isEqualTo("settings.url");
    assertThat(open.value()).isEqualTo(url);
    InvalidDocumentException hidden =
        refused(channel(Channel.Kind.SLACK, Map.of(), Map.of("url", url)));
    assertThat(hidden.field()).isEqualTo("secrets.url");
    assertThat(hidden.getMessage() + hidden.words()).doesNotContain(url);
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK,secrets.url",
    "TEAMS,secrets.url",
    "MATTERMOST,secrets.url",
    "WEBHOOK,settings.url",
    "ALERTMANAGER,settings.url",
    "ALERTMANAGER_WEBHOOK,settings.url",
    "PAGERDUTY,secrets.routingKey",
    "EMAIL,settings.host"
  })
  void whatIsMissingIsNamed(Channel.Kind kind, String key) {
    assertThat(refused(channel(kind, Map.of(), Map.of())).field()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "whsec_pas du base64!,true",
    "whsec_dGVudQ==,false",
    "un texte,false",
    "'a,whsec_!',true"
  })
  void aSecretOfStandardWebhooksIsReadWhileItIsWritten(String secret, boolean bad) {
    Channel channel =
        channel(
            Channel.Kind.WEBHOOK, Map.of("url", "https://a.example/"), Map.of("secret", secret));
    InvalidDocumentException refusal = refused(channel);
    assertThat(refusal != null).isEqualTo(bad);
    if (refusal != null) {
      assertThat(refusal.field()).isEqualTo("secrets.secret");
      assertThat(refusal.getMessage()).doesNotContain(secret);
    }
  }

  @ParameterizedTest
  @CsvSource({"user,secrets.password", "password,settings.user"})
  void userAndPasswordGoTogether(String given, String missing) {
    Map<String, String> settings = new HashMap<>(MAIL);
    Map<String, String> secrets = new HashMap<>();
    (given.equals("user") ? settings : secrets).put(given, "x");
    assertThat(refused(channel(Channel.Kind.EMAIL, settings, secrets)).field()).isEqualTo(missing);
  }
}
