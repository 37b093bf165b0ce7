package ouidire.core.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/** What to give where a value of another form stood, in the words of those who write documents. */
final class ExpectedForm {
  private static final Map<Class<?>, Wording> FORMS =
      Map.ofEntries(
          Map.entry(
              Duration.class,
              new Wording("donnez une durée comme PT5M", "give a duration such as PT5M")),
          Map.entry(
              Instant.class,
              new Wording(
                  "donnez un moment comme 2026-03-01T14:05:00Z",
                  "give a time such as 2026-03-01T14:05:00Z")),
          Map.entry(
              LocalTime.class,
              new Wording("donnez une heure comme 08:30", "give a time of day such as 08:30")),
          Map.entry(
              LocalDate.class,
              new Wording("donnez un jour comme 2026-03-01", "give a day such as 2026-03-01")),
          Map.entry(
              ZoneId.class,
              new Wording(
                  "donnez un fuseau horaire IANA, comme America/Toronto",
                  "give an IANA time zone such as America/Toronto")),
          Map.entry(Boolean.class, new Wording("donnez true ou false", "give true or false")),
          Map.entry(String.class, new Wording("donnez un texte", "give a text")));

  private ExpectedForm() {}

  static Wording of(JsonProcessingException e) {
    Class<?> type = e instanceof MismatchedInputException other ? other.getTargetType() : null;
    return type == null ? unknown() : of(type);
  }

  private static Wording of(Class<?> type) {
    Wording known = FORMS.get(type);
    if (known != null) {
      return known;
    }
    if (type.isEnum()) {
      String all = words(type.getEnumConstants());
      return new Wording("donnez l’un de : " + all, "give one of: " + all);
    }
    if (type == double.class || type == Double.class) {
      return new Wording("donnez un nombre", "give a number");
    }
    if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
      return new Wording("donnez un nombre entier", "give a whole number");
    }
    if (Collection.class.isAssignableFrom(type)) {
      return new Wording("donnez une liste : [\"…\", \"…\"]", "give a list: [\"…\", \"…\"]");
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return new Wording("donnez un objet : {\"clé\": …}", "give an object: {\"key\": …}");
    }
    return unknown();
  }

  /** Constants as documents write them. */
  static String words(@Nullable Object[] constants) {
    return String.join(
        ", ",
        Arrays.stream(constants)
            .map(each -> String.valueOf(each).toLowerCase(Locale.ROOT))
            .toList());
  }

  private static Wording unknown() {
    return new Wording(
        "n’a pas la forme attendue ; les formes sont décrites dans /docs",
        "has not the form expected; forms are described in /docs");
  }
}
