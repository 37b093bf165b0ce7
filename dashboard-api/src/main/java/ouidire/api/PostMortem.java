package ouidire.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Playbook;
import ouidire.core.alert.Reason;
import ouidire.core.alert.ShippedNames;
import ouidire.core.alert.Task;
import ouidire.core.alert.WhoActed;

/** What happened and what was decided, as a page to be completed and kept. Markdown. */
final class PostMortem {
  private final StringBuilder page = new StringBuilder();
  private final boolean english;
  private final AlertPolicy policy;
  private final Locale reader;

  private PostMortem(AlertPolicy policy, Locale reader) {
    this.english = reader.getLanguage().equals("en");
    this.policy = policy;
    this.reader = reader;
  }

  static String of(Incident incident, AlertPolicy policy, Locale reader) {
    PostMortem made = new PostMortem(policy, reader);
    made.head(incident);
    made.what(incident);
    made.steps(incident);
    made.evidence(incident);
    made.log(incident);
    made.page.append(
        made.say(
            """

            ## À compléter

            - Ce qui a bien marché :
            - Ce qui a manqué :
            - Ce que nous changeons, qui, quand :
            """,
            """

            ## To be completed

            - What went well:
            - What was missing:
            - What we change, who, when:
            """));
    return made.page.toString();
  }

  private String say(String french, String inEnglish) {
    return english ? inEnglish : french;
  }

  private void head(Incident incident) {
    page.append("# ").append(say("Bilan de l’incident ", "Post-mortem of incident "));
    page.append(incident.id()).append("\n\n");
    if (incident.exercise()) {
      page.append("**EXERCICE**\n\n");
    }
    line(say("Clé", "Key"), incident.key());
    line(say("Marque", "Brand"), incident.brand());
    line(say("Gravité", "Severity"), severity(incident));
    line(
        say("Règles", "Rules"),
        String.join(", ", incident.rules().stream().map(this::rule).toList()));
    line(say("Début", "Began"), incident.startedAt().toString());
    Instant ended = incident.endedAt();
    line(say("Fin", "Ended"), ended == null ? say("en cours", "goes on") : ended.toString());
    if (ended != null) {
      long minutes = Duration.between(incident.startedAt(), ended).toMinutes();
      line(say("Durée", "Lasted"), minutes + " min");
    }
    line(say("Sommet", "Peak"), Long.toString(Math.round(incident.peak())));
    line(say("Prise en charge", "Acknowledged"), acknowledged(incident));
    PlaybookWords.of(incident, policy)
        .ifPresent(book -> line(say("Plan d’action", "Playbook"), book.name(reader)));
    line(
        say("Journal intact", "Log intact"),
        incident.tamperedAt().isEmpty() ? say("oui", "yes") : say("NON", "NO"));
  }

  private String severity(Incident incident) {
    return switch (incident.severity()) {
      case WATCH -> say("à surveiller", "watch");
      case WARNING -> say("sérieuse", "warning");
      case CRISIS -> say("crise", "crisis");
    };
  }

  /** Who was first, and after how long. */
  private String acknowledged(Incident incident) {
    Instant fired = incident.firedAt();
    return incident.log().stream()
        .filter(entry -> entry.kind() == Entry.Kind.ACKNOWLEDGED && fired != null)
        .findFirst()
        .map(
            entry ->
                who(entry.by())
                    + say(", après ", ", after ")
                    + Duration.between(fired, entry.at()).toSeconds()
                    + " s")
        .orElse(say("personne", "nobody"));
  }

  private void what(Incident incident) {
    page.append(say("\n## Ce qui s’est passé\n\n", "\n## What happened\n\n"));
    page.append(plain(incident.signal().reason().in(reader))).append("\n\n");
    for (Reason why : incident.signal().why()) {
      page.append("- ").append(plain(why.in(reader))).append('\n');
    }
    page.append(say("\nMentions déterminantes : ", "\nDriving mentions: "));
    page.append(plain(String.join(", ", incident.signal().mentions()))).append("\n");
  }

  private void steps(Incident incident) {
    page.append(say("\n## Étapes\n\n", "\n## Steps\n\n"));
    Playbook book = PlaybookWords.of(incident, policy).orElse(null);
    for (Task task : incident.tasks()) {
      String text = book == null ? task.text() : book.step(task.text(), reader);
      page.append("- [").append(task.doneAt() == null ? ' ' : 'x').append("] ");
      page.append(plain(who(task.role()))).append(say(" : ", ": ")).append(plain(text));
      if (task.doneBy() != null) {
        page.append(" (").append(plain(who(task.doneBy()))).append(", ").append(task.doneAt());
        page.append(late(task) ? say(", en retard", ", late") : "").append(')');
      }
      if (task.signedBy() != null) {
        page.append(say(" ; accord de ", "; agreed by ")).append(plain(who(task.signedBy())));
      }
      page.append('\n');
    }
  }

  private static boolean late(Task task) {
    return task.dueAt() != null && task.doneAt() != null && task.doneAt().isAfter(task.dueAt());
  }

  private void evidence(Incident incident) {
    page.append(say("\n## Preuves\n\n", "\n## Evidence\n\n"));
    page.append(
        say(
            "| mention | adresse | publiée | consignée | SHA-256 |\n",
            "| mention | address | published | preserved | SHA-256 |\n"));
    page.append("|---|---|---|---|---|\n");
    for (Entry entry : incident.log()) {
      if (entry.kind() == Entry.Kind.EVIDENCE) {
        cells(
            entry.details().getOrDefault("mention", ""),
            entry.details().getOrDefault("url", ""),
            entry.details().getOrDefault("publishedAt", ""),
            entry.at().toString(),
            entry.details().getOrDefault("sha256", ""));
      }
    }
  }

  private void log(Incident incident) {
    page.append(say("\n## Journal des décisions\n\n", "\n## Log of decisions\n\n"));
    page.append(
        say(
            "| n° | heure | quoi | qui | détails | empreinte |\n",
            "| no. | time | what | who | details | hash |\n"));
    page.append("|---|---|---|---|---|---|\n");
    for (Entry entry : incident.log()) {
      cells(
          Integer.toString(entry.number()),
          entry.at().toString(),
          entry.kind().name().toLowerCase(Locale.ROOT),
          who(entry.by()),
          details(entry),
          entry.hash().substring(0, Math.min(12, entry.hash().length())));
    }
  }

  private String rule(String id) {
    return policy.rule(id).map(known -> ShippedNames.in(reader, known)).orElse(id);
  }

  private String who(String by) {
    return WhoActed.said(by, policy, reader);
  }

  /** As they are kept, but for why a message did not go out, which is kept as a code. */
  private String details(Entry entry) {
    Map<String, String> told = new TreeMap<>(entry.details());
    if (entry.kind() == Entry.Kind.DELIVERY_FAILED
        || entry.kind() == Entry.Kind.DELIVERY_GIVEN_UP) {
      told.computeIfPresent("reason", (key, code) -> DeliveryFault.words(code).in(reader));
    }
    return told.toString();
  }

  private void cells(String... cells) {
    for (String cell : cells) {
      page.append("| ").append(plain(cell)).append(' ');
    }
    page.append("|\n");
  }

  private void line(String name, String value) {
    page.append("- ").append(name).append(say(" : ", ": ")).append(plain(value)).append('\n');
  }

  /** People's words are no markup. */
  private static String plain(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
