package ouidire.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Reason;
import ouidire.core.alert.Task;

/** What happened and what was decided, as a page to be completed and kept. French, Markdown. */
final class PostMortem {
  private PostMortem() {}

  static String of(Incident incident) {
    StringBuilder page = new StringBuilder();
    page.append("# Bilan de l’incident ").append(incident.id()).append("\n\n");
    if (incident.exercise()) {
      page.append("**EXERCICE**\n\n");
    }
    line(page, "Clé", incident.key());
    line(page, "Marque", incident.brand());
    line(page, "Gravité", incident.severity().name().toLowerCase(Locale.ROOT));
    line(page, "Début", incident.startedAt().toString());
    Instant ended = incident.endedAt();
    line(page, "Fin", ended == null ? "en cours" : ended.toString());
    if (ended != null) {
      line(page, "Durée", Duration.between(incident.startedAt(), ended).toMinutes() + " min");
    }
    line(page, "Sommet", Long.toString(Math.round(incident.peak())));
    line(page, "Journal intact", incident.tamperedAt().isEmpty() ? "oui" : "NON");
    page.append("\n## Ce qui s’est passé\n\n");
    page.append(plain(incident.signal().reason().french())).append("\n\n");
    for (Reason why : incident.signal().why()) {
      page.append("- ").append(plain(why.french())).append('\n');
    }
    page.append("\nMentions déterminantes : ");
    page.append(plain(String.join(", ", incident.signal().mentions()))).append("\n");
    page.append("\n## Étapes\n\n");
    for (Task task : incident.tasks()) {
      page.append("- [").append(task.doneAt() == null ? ' ' : 'x').append("] ");
      page.append(task.role()).append(" : ").append(plain(task.text()));
      if (task.doneBy() != null) {
        page.append(" (").append(plain(task.doneBy())).append(')');
      }
      page.append('\n');
    }
    page.append(
        "\n## Journal des décisions\n\n| n° | heure | quoi | qui | détails | empreinte |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (Entry entry : incident.log()) {
      page.append("| ").append(entry.number()).append(" | ").append(entry.at()).append(" | ");
      page.append(entry.kind().name().toLowerCase(Locale.ROOT)).append(" | ");
      page.append(plain(entry.by())).append(" | ");
      page.append(plain(new TreeMap<>(entry.details()).toString())).append(" | ");
      page.append(entry.hash(), 0, 12).append(" |\n");
    }
    page.append("\n## À compléter\n\n- Ce qui a bien marché :\n- Ce qui a manqué :\n");
    page.append("- Ce que nous changeons, qui, quand :\n");
    return page.toString();
  }

  private static void line(StringBuilder page, String name, String value) {
    page.append("- ").append(name).append(" : ").append(plain(value)).append('\n');
  }

  /** People's words are no markup. */
  private static String plain(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
