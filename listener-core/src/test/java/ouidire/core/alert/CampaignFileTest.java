package ouidire.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignFileTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

  private static List<Campaign> read(String text) {
    return CampaignFile.read(text, MONTREAL);
  }

  private static InvalidDocumentException refused(String text) {
    return catchThrowableOfType(InvalidDocumentException.class, () -> read(text));
  }

  private static String event(String... lines) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,brand,from,to\n\"Soldes, d'hiver\",erabelle,2026-12-01,2026-12-05\n",
        "fin;debut;nom;marque\n05/12/2026;01/12/2026;Soldes, d'hiver;erabelle\n",
        "Nom\tMarques\tDébut\tFin\nSoldes, d'hiver\terabelle\t2026-12-01T00:00\t2026-12-05T23:59\n"
      })
  void columnsComeInAnyOrderAndUnderNamesThatPeopleGiveThem(String csv) {
    assertThat(read(csv))
        .singleElement()
        .satisfies(
            soldes -> {
              assertThat(soldes.name()).isEqualTo("Soldes, d'hiver");
              assertThat(soldes.id()).isEqualTo("soldes-d-hiver-2026-12-01");
              assertThat(soldes.brands()).containsExactly("erabelle");
              assertThat(soldes.covers("erabelle", Instant.parse("2026-12-05T20:00:00Z")))
                  .as("the last day counts whole")
                  .isTrue();
            });
  }

  @Test
  void twoOfOneNameAndDayAreTwo() {
    assertThat(
            read(
                "name,from,to\nPromo,2026-12-01T10:00,2026-12-01T11:00\n"
                    + "Promo,2026-12-01T14:00,2026-12-01T15:00\n"))
        .extracting(Campaign::id)
        .containsExactly("promo-2026-12-01", "promo-2026-12-01-2");
  }

  @Test
  void anEventLastsAsLongAsItSays() {
    assertThat(
            read(
                event(
                    "SUMMARY:Concert",
                    "DTSTART;TZID=Europe/Paris:20261201T100000",
                    "DURATION:PT2H",
                    "BEGIN:VALARM",
                    "DURATION:PT5M",
                    "SUMMARY:rappel",
                    "END:VALARM")))
        .singleElement()
        .satisfies(
            concert -> {
              assertThat(concert.name()).isEqualTo("Concert");
              assertThat(concert.from()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
              assertThat(concert.to()).isEqualTo(Instant.parse("2026-12-01T11:00:00Z"));
            });
  }

  @Test
  void whatRepeatsIsThereEachTimeAtTheSameHour() {
    List<Campaign> all =
        read(
            event(
                "SUMMARY:Infolettre",
                "DTSTART;TZID=America/Toronto:20261027T090000",
                "DTEND;TZID=America/Toronto:20261027T100000",
                "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU"));
    assertThat(all)
        .extracting(Campaign::from)
        .as("summer time ends on 1 November")
        .containsExactly(
            Instant.parse("2026-10-27T13:00:00Z"),
            Instant.parse("2026-11-03T14:00:00Z"),
            Instant.parse("2026-11-10T14:00:00Z"));
    assertThat(all)
        .allSatisfy(
            each ->
                assertThat(Duration.between(each.from(), each.to()))
                    .isEqualTo(Duration.ofHours(1)));
    assertThat(
            read(
                event(
                    "SUMMARY:Quotidien",
                    "DTSTART:20261201T100000Z",
                    "RRULE:FREQ=DAILY;UNTIL=20261203")))
        .hasSize(3);
    assertThat(read(event("SUMMARY:Sans fin", "DTSTART:20261201T100000Z", "RRULE:FREQ=DAILY")))
        .hasSize(CampaignCalendar.MOST);
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsPlace() {
    assertThat(refused("nom,début\nX,2026-12-01\n").field()).isEqualTo("line 1");
    assertThat(refused("nom,début,fin\nX,demain,2026-12-01\n").field()).isEqualTo("line 2");
    assertThat(refused("nom,début,fin\n\nX,2026-12-05,2026-12-01\n").field())
        .isEqualTo("line 3.to");
    assertThat(refused("nom,début,fin\n").field()).isEqualTo("csv");
    assertThat(refused("").field()).isEqualTo("line 1");
    assertThat(refused("BEGIN:VCALENDAR\nEND:VCALENDAR\n").field()).isEqualTo("VCALENDAR");
    assertThat(refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201T100000Z\n").field())
        .isEqualTo("VEVENT 1");
    assertThat(refused(event("SUMMARY:X", "DTSTART:demain")).field()).isEqualTo("VEVENT 1");
    assertThat(
            refused(
                    event(
                        "SUMMARY:X",
                        "DTSTART:20261201T100000Z",
                        "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=5"))
                .field())
        .isEqualTo("VEVENT 1.RRULE");
  }

  @Test
  void whatWasCancelledIsNotPlanned() {
    String both =
        event("SUMMARY:Annulé", "DTSTART:20261201T100000Z", "STATUS:CANCELLED")
                .replace("END:VCALENDAR\r\n", "")
            + event("SUMMARY:Tenu", "DTSTART:20261201T100000Z").replace("BEGIN:VCALENDAR\r\n", "");
    assertThat(read(both)).extracting(Campaign::name).containsExactly("Tenu");
  }
}
