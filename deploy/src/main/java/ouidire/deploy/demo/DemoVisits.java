package ouidire.deploy.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.Visit;
import ouidire.core.link.VisitBook;
import ouidire.core.settings.SettingsStore;

/** Visits of the demonstration's brand, as if they had been imported; the same each time. */
public final class DemoVisits {
  private static final int DAYS = 7 * OrdinaryWeeks.WEEKS;
  private static final String SITE = "https://erabelle.example";

  /** Fewer people shop for cream on a weekend's website than during the week. */
  private static final double WEEKEND = 0.6;

  /** A page, where its visitors come from, and how many do on a weekday. */
  private record Habit(String page, @Nullable String referrer, int visits) {}

  private static final List<Habit> HABITS =
      List.of(
          new Habit("/", "google", 210),
          new Habit("/", "(direct)", 95),
          new Habit("/concours-panier", "https://bluesky.example/", 34),
          new Habit("/concours-panier", "https://cuisineginou.example/pouding-chomeur", 12),
          new Habit("/mini/poire", "https://bluesky.example/", 18),
          new Habit("/mini/poire", "https://reddit.example/r/epicerie", 7),
          new Habit("/allergenes", "google", 16),
          new Habit("/allergenes", "https://forumpapilles.example/", 5),
          new Habit("/rappel", "(direct)", 3));

  private DemoVisits() {}

  /** Keeps those of the weeks before now; returns how many rows. */
  public static int keep(SettingsStore settings, Instant now) {
    List<Visit> visits = new ArrayList<>();
    LocalDate today = now.atZone(Scenario.ZONE).toLocalDate();
    for (int back = DAYS; back >= 1; back--) {
      LocalDate day = today.minusDays(back);
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      for (int i = 0; i < HABITS.size(); i++) {
        Habit habit = HABITS.get(i);
        // Up to a fifth more or less, by day and habit alone.
        double sway = 0.8 + Math.floorMod(day.toEpochDay() * 7 + i * 5L, 9) / 20.0;
        long count = Math.round(habit.visits() * sway * (weekend ? WEEKEND : 1));
        visits.add(
            new Visit(
                day, CanonicalUrl.of(SITE + habit.page()).orElseThrow(), habit.referrer(), count));
      }
    }
    try (VisitBook book = new VisitBook(settings)) {
      book.keep("erabelle", visits, "démonstration");
    }
    return visits.size();
  }
}
