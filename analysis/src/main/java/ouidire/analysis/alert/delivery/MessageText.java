package ouidire.analysis.alert.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.Acknowledgement;
import ouidire.core.alert.Incident.Resolution;
import ouidire.core.alert.ShippedNames;
import ouidire.core.alert.Signal;
import ouidire.core.alert.Task;
import ouidire.core.alert.WhoActed;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.story.StoryReport.Forecast;

/**
 * Writes what a person reads at three in the morning: ten lines at most, the first of which is
 * enough. What happened, since when, how bad, who carries it, what to do; each audience in the
 * words that it acts on.
 */
public final class MessageText {
  private static final int EXAMPLES = 5;
  private static final int LONGEST_EXCERPT = 90;
  private static final Duration LINK_LASTS = Duration.ofDays(2);

  private final Function<String, Optional<Brand>> brands;
  private final Function<String, Optional<AnalysedMention>> mentions;
  private final AckLinks links;
  private final ZoneId zone;
  private final Outlook outlook;

  /**
   * Without forecasts.
   *
   * @param brands by id
   * @param mentions by id
   * @param zone for times of incidents whose brand is not known
   */
  public MessageText(
      Function<String, Optional<Brand>> brands,
      Function<String, Optional<AnalysedMention>> mentions,
      AckLinks links,
      ZoneId zone) {
    this(brands, mentions, links, zone, Outlook.NONE);
  }

  private MessageText(
      Function<String, Optional<Brand>> brands,
      Function<String, Optional<AnalysedMention>> mentions,
      AckLinks links,
      ZoneId zone,
      Outlook outlook) {
    this.brands = brands;
    this.mentions = mentions;
    this.links = links;
    this.zone = zone;
    this.outlook = outlook;
  }

  /**
   * The same, saying how far the story will go.
   *
   * @param told by id of the story, as of a moment; empty when nothing honest can be said
   */
  public MessageText withForecasts(BiFunction<String, Instant, Optional<Forecast>> told) {
    return new MessageText(brands, mentions, links, zone, new Outlook(told));
  }

  /** The message that an incident owes. */
  public Message of(Incident incident, Dispatch dispatch, AlertPolicy policy, Instant now) {
    Locale language =
        policy
                .channel(dispatch.channel())
                .map(channel -> channel.value("language"))
                .filter("en"::equals)
                .isPresent()
            ? Locale.ENGLISH
            : Locale.FRENCH;
    Optional<Brand> brand = brands.apply(incident.brand());
    String name = brand.map(Brand::name).orElse(incident.brand());
    String rule =
        policy
            .rule(incident.rules().getFirst())
            .map(known -> ShippedNames.in(language, known))
            .orElse(incident.signal().kind());
    ZoneId local = brand.map(Brand::zone).orElse(zone);
    boolean answered = dispatch.action() == Action.TRIGGER || dispatch.action() == Action.UPDATE;
    URI acknowledge =
        answered && incident.state() != Incident.State.RESOLVED
            ? links.acknowledge(incident.id(), dispatch.recipient(), now.plus(LINK_LASTS))
            : null;
    return new Message(
        dispatch.id(),
        incident,
        dispatch.action(),
        title(incident, dispatch, policy, name, language),
        lines(incident, dispatch, policy, local, language, now),
        links.page(incident.id()),
        acknowledge,
        dispatch.madeAt(),
        language,
        policy.workspace(),
        rule,
        name);
  }

  private static String title(
      Incident incident, Dispatch dispatch, AlertPolicy policy, String brand, Locale language) {
    String drill =
        incident.exercise() ? Words.say(language, "EXERCICE — ", "DRILL (EXERCICE) — ") : "";
    String level = "[" + Words.level(incident.severity(), language) + "] ";
    String reason = incident.signal().reason().in(language);
    return drill
        + switch (dispatch.action()) {
          case TRIGGER -> level + reason;
          case UPDATE -> level + Words.say(language, "Aggravation : ", "Worse: ") + reason;
          case ACKNOWLEDGE -> {
            Acknowledgement held = incident.acknowledgement();
            String by = held == null ? "?" : WhoActed.said(held.by(), policy, language);
            yield level
                + brand
                + Words.say(language, " : pris en charge par " + by, ": acknowledged by " + by);
          }
          case RESOLVE ->
              Words.say(language, "[TERMINÉ] ", "[RESOLVED] ")
                  + brand
                  + Words.say(language, " : ", ": ")
                  + resolution(incident.resolution(), policy, language);
          case CHANNEL_DEAD -> {
            String channel =
                policy
                    .channel(dispatch.recipient())
                    .map(Channel::name)
                    .orElse(dispatch.recipient());
            yield Words.say(
                language,
                "[CANAL MUET] " + channel + " ne reçoit pas l’alerte " + brand,
                "[DEAD CHANNEL] " + channel + " does not receive the alert about " + brand);
          }
        };
  }

  private static String resolution(
      @Nullable Resolution resolution, AlertPolicy policy, Locale language) {
    String reason = resolution == null ? "" : resolution.reason();
    String by =
        resolution == null || resolution.automatic()
            ? ""
            : " (" + WhoActed.said(resolution.by(), policy, language) + ")";
    return switch (reason) {
          case "handled" -> Words.say(language, "incident traité", "handled");
          case "false_alarm" -> Words.say(language, "fausse alerte", "false alarm");
          case "duplicate" -> Words.say(language, "doublon", "duplicate");
          case "new_level" ->
              Words.say(language, "le volume est le nouveau niveau habituel", "a new usual level");
          case "drill_over" -> Words.say(language, "fin de l’exercice", "end of the drill");
          default -> Words.say(language, "retour au niveau habituel", "back to the usual level");
        }
        + by;
  }

  private List<String> lines(
      Incident incident,
      Dispatch dispatch,
      AlertPolicy policy,
      ZoneId local,
      Locale language,
      Instant now) {
    return switch (dispatch.action()) {
      case TRIGGER, UPDATE -> alarm(incident, dispatch.audience(), policy, local, language, now);
      case ACKNOWLEDGE -> {
        Acknowledgement held = incident.acknowledgement();
        yield held == null
            ? List.of()
            : List.of(
                Words.say(
                    language,
                    "Sans résolution, nouvel appel à " + clock(held.until(), local, language),
                    "Unless resolved, pages again at " + clock(held.until(), local, language)));
      }
      case RESOLVE -> List.of(lasted(incident, local, language));
      case CHANNEL_DEAD ->
          List.of(
              policy.channel(dispatch.recipient()).isPresent()
                  ? Words.say(
                      language,
                      "Vérifiez ses réglages, puis « Envoyer un essai ».",
                      "Check its settings, then “Send a test”.")
                  : Words.say(language, "Ce canal n’existe plus.", "That channel is gone."));
    };
  }

  private List<String> alarm(
      Incident incident,
      Audience audience,
      AlertPolicy policy,
      ZoneId local,
      Locale language,
      Instant now) {
    List<String> lines = new ArrayList<>();
    Signal signal = incident.signal();
    lines.add(since(incident, local, language, now) + outlook.of(incident, language, now));
    lines.add(
        switch (audience) {
          case COMMUNICATIONS -> badness(signal, language);
          case IT -> places(signal, language);
          case LEGAL -> law(signal, language);
        });
    for (AnalysedMention mention : examples(signal, audience)) {
      lines.add(example(mention, language));
    }
    lines.add(
        Words.say(language, "À faire : ", "To do: ") + todo(incident, audience, policy, language));
    return lines;
  }

  private static String since(Incident incident, ZoneId local, Locale language, Instant now) {
    Signal signal = incident.signal();
    long minutes = Math.max(0, Duration.between(incident.startedAt(), now).toMinutes());
    String at = clock(incident.startedAt(), local, language);
    String since =
        Words.say(
            language,
            "Depuis " + at + " (" + minutes + " min)",
            "Since " + at + " (" + minutes + " min)");
    double doubling = signal.figures().doublingMinutes();
    if (doubling <= 0) {
      return since;
    }
    long every = Math.max(1, Math.round(doubling));
    return since
        + Words.say(
            language,
            " ; double toutes les " + every + " min",
            "; doubles every " + every + " min");
  }

  private static String badness(Signal signal, Locale language) {
    Signal.Figures in = signal.figures();
    long share = Math.round(100 * in.negativeShare());
    String reach = String.format(language, "%,d", in.reach());
    return Words.say(
        language,
        in.negative()
            + " négatives sur "
            + in.mentions()
            + " ("
            + share
            + " %) · "
            + in.authors()
            + " auteurs · "
            + in.sources()
            + " sources · portée "
            + reach,
        in.negative()
            + " negative of "
            + in.mentions()
            + " ("
            + share
            + "%) · "
            + in.authors()
            + " authors · "
            + in.sources()
            + " sources · reach "
            + reach);
  }

  private String places(Signal signal, Locale language) {
    List<String> found =
        signal.mentions().stream()
            .flatMap(id -> mentions.apply(id).stream())
            .flatMap(mention -> mention.mention().links().stream())
            .distinct()
            .limit(3)
            .map(link -> Texts.cut(Texts.line(link), 120))
            .toList();
    return found.isEmpty()
        ? Words.say(language, "Aucun lien cité ; sources : ", "No link cited; sources: ")
            + signal.figures().sources()
        : Words.say(language, "Liens cités : ", "Links cited: ") + String.join(" ", found);
  }

  private static String law(Signal signal, Locale language) {
    long flagged = signal.figures().flagged();
    return Words.say(
        language,
        flagged
            + " mention(s) à examiner (injure, menace, diffamation possible) ; preuves figées "
            + "dans l’incident",
        flagged
            + " mention(s) to examine (insult, threat, candidate defamation); evidence is kept "
            + "in the incident");
  }

  private List<AnalysedMention> examples(Signal signal, Audience audience) {
    List<AnalysedMention> all =
        new ArrayList<>(
            signal.mentions().stream().flatMap(id -> mentions.apply(id).stream()).toList());
    if (audience == Audience.LEGAL) {
      all.sort(Comparator.comparing(mention -> mention.flags().isEmpty()));
    }
    return all.stream().limit(EXAMPLES).toList();
  }

  private static String example(AnalysedMention analysed, Locale language) {
    Mention mention = analysed.mention();
    String who = mention.author().key();
    Long followers = mention.author().followers();
    String flags =
        analysed.flags().isEmpty()
            ? ""
            : " [" + String.join(", ", analysed.flags().stream().map(Finding::name).toList()) + "]";
    return "• "
        + (who == null ? mention.source().name() : Texts.cut(Texts.line(who), 40))
        + " ("
        + Texts.cut(Texts.line(mention.source().name()), 30)
        + (followers == null ? "" : ", " + String.format(language, "%,d", followers))
        + ")"
        + flags
        + Words.say(language, " : « ", ": “")
        + Texts.cut(Texts.line(mention.fullText()), LONGEST_EXCERPT)
        + Words.say(language, " »", "”");
  }

  private static String todo(
      Incident incident, Audience audience, AlertPolicy policy, Locale language) {
    Optional<Task> open =
        incident.tasks().stream()
            .filter(task -> task.doneAt() == null)
            .min(Comparator.comparing(task -> !task.role().equals(roleOf(audience))));
    if (open.isPresent()) {
      String text = open.get().text();
      String said = policy.playbookOf(incident).map(book -> book.step(text, language)).orElse(text);
      return Texts.cut(Texts.line(said), 160);
    }
    if (incident.severity() == Severity.WATCH) {
      return Words.say(
          language, "lire les mentions ; ne rien publier encore", "read them; publish nothing yet");
    }
    return switch (audience) {
      case COMMUNICATIONS ->
          Words.say(
              language,
              "accuser réception, lire les cinq mentions, vérifier les faits avant de répondre",
              "acknowledge, read the five mentions, check the facts before answering");
      case IT ->
          Words.say(
              language,
              "vérifier que les pages citées répondent et qu’aucun accès n’a fuité",
              "check that the pages cited answer and that no access leaked");
      case LEGAL ->
          Words.say(
              language,
              "conserver les preuves ; aucune mise en demeure avant l’avis des communications",
              "keep the evidence; no formal notice before hearing communications");
    };
  }

  private static String roleOf(Audience audience) {
    return switch (audience) {
      case COMMUNICATIONS -> "communications";
      case IT -> "ti";
      case LEGAL -> "juridique";
    };
  }

  private static String lasted(Incident incident, ZoneId local, Locale language) {
    Instant ended = incident.endedAt();
    long minutes = ended == null ? 0 : Duration.between(incident.startedAt(), ended).toMinutes();
    String at = clock(incident.startedAt(), local, language);
    return Words.say(
        language,
        "Commencé à " + at + ", duré " + minutes + " min ; sommet : " + Math.round(incident.peak()),
        "Began at " + at + ", lasted " + minutes + " min; peak: " + Math.round(incident.peak()));
  }

  private static String clock(Instant at, ZoneId zone, Locale language) {
    String pattern = Words.say(language, "H' h 'mm", "HH:mm");
    return DateTimeFormatter.ofPattern(pattern, language).withZone(zone).format(at);
  }
}
