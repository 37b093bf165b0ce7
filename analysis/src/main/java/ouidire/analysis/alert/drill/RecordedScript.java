package ouidire.analysis.alert.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Task;
import ouidire.core.brand.Brand;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Mention;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;

/**
 * A crisis that was, said again: the same words, tones and followers at the same distances in time,
 * under ids of its own, marked, and without addresses, so that nobody takes it for the real one.
 */
final class RecordedScript implements Script {
  /** Mentions that are played at most. */
  static final int MOST = 2_000;

  private final List<AnalysedMention> said;
  private final @Nullable String playbook;

  RecordedScript(Incident incident, List<AnalysedMention> said) {
    this.said =
        said.stream().sorted(Comparator.comparing(each -> each.mention().publishedAt())).toList();
    playbook =
        incident.tasks().stream().map(Task::id).findFirst().map(RecordedScript::book).orElse(null);
  }

  /** Steps are called by their playbook, a hyphen and a number. */
  private static String book(String task) {
    return task.substring(0, task.lastIndexOf('-'));
  }

  @Override
  public Duration length() {
    return Duration.between(
        said.getFirst().mention().publishedAt(), said.getLast().mention().publishedAt());
  }

  @Override
  public @Nullable String playbook() {
    return playbook;
  }

  @Override
  public List<AnalysedMention> mentions(Brand brand, Instant start, double speed, long seed) {
    Instant first = said.getFirst().mention().publishedAt();
    List<AnalysedMention> all = new ArrayList<>();
    for (AnalysedMention each : said) {
      Duration after = Duration.between(first, each.mention().publishedAt());
      Instant at = start.plusMillis(Math.round(after.toMillis() / speed));
      all.add(again(each, brand, at, "exercice-" + start.toEpochMilli() + "-" + all.size()));
    }
    return all;
  }

  private static AnalysedMention again(AnalysedMention was, Brand brand, Instant at, String id) {
    Mention said = was.mention();
    String title = said.title();
    Mention mention =
        new Mention(
            id,
            new SourceRef("exercice", said.source().name()),
            null,
            said.author(),
            at,
            at,
            said.language(),
            said.region(),
            said.type(),
            title == null ? null : DrillScript.MARK + title,
            title == null ? DrillScript.MARK + said.text() : said.text(),
            List.of(),
            List.of(),
            said.engagement(),
            null,
            null);
    Tone tone =
        was.matches().stream()
            .filter(match -> match.brand().equals(brand.id()))
            .map(BrandMatch::tone)
            .findFirst()
            .orElse(was.tone());
    List<BrandMatch> match = List.of(new BrandMatch(brand.id(), List.of(), tone));
    return new AnalysedMention(
        mention, was.language(), was.tone(), match, was.kinds(), was.flags(), List.of(), null, at);
  }
}
