package ouidire.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryFaultTest {
  @ParameterizedTest
  @EnumSource(DeliveryFault.Kind.class)
  void everyFaultIsReadAsItWasKeptAndToldInBothLanguages(DeliveryFault.Kind kind) {
    for (String detail : List.of("", "503")) {
      DeliveryFault fault = new DeliveryFault(kind, detail);
      assertThat(DeliveryFault.read(fault.code())).contains(fault);
    }
    DeliveryFault fault = new DeliveryFault(kind, "503");
    assertThat(fault.words().french()).isNotEqualTo(fault.words().english());
  }

  @Test
  void whatWasTriedInVainSaysWhy() {
    DeliveryFault fault = new DeliveryFault(DeliveryFault.Kind.STATUS, "503").inVain();
    assertThat(DeliveryFault.words(fault.code()).french())
        .isEqualTo("en vain pendant un jour : réponse 503");
  }

  @Test
  void whatAnOlderVersionKeptIsShownAsItStands() {
    assertThat(DeliveryFault.words("the channel is gone or switched off").french())
        .isEqualTo("the channel is gone or switched off");
  }

  @Test
  void whoActedIsToldAsPeopleReadIt() {
    AlertPolicy policy =
        AlertPolicy.DEFAULT
            .withPeople(List.of(new Person("ana", "Ana Côté", List.of(), null)))
            .withRoles(
                List.of(new Role("juridique", "Juridique", Audience.LEGAL, List.of(), null)));
    assertThat(WhoActed.said("ana", policy, Locale.FRENCH)).isEqualTo("Ana Côté");
    assertThat(WhoActed.said("juridique", policy, Locale.ENGLISH)).isEqualTo("Legal");
    assertThat(WhoActed.said("Zoé · juridique", policy, Locale.ENGLISH)).isEqualTo("Zoé · Legal");
    assertThat(WhoActed.said("all", policy, Locale.FRENCH)).isNotEqualTo("all");
    assertThat(WhoActed.byLink(" Zoé\n", "all")).isEqualTo("Zoé");
    assertThat(WhoActed.byLink("Zoé", "juridique")).isEqualTo("Zoé · juridique");
    assertThat(WhoActed.byLink("  ", "juridique")).isEqualTo("juridique");
    assertThat(WhoActed.holds(policy.roles().getFirst(), "Zoé · juridique")).isTrue();
    assertThat(WhoActed.holds(policy.roles().getFirst(), "Zoé")).isFalse();
  }
}
