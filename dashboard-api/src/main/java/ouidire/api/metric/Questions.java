package ouidire.api.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;

/**
 * Questions that people asked, and who answered when. A question is a mention of the kind {@code
 * question} that no official account wrote; an answer is a later mention of its thread by somebody
 * else: one whose parents lead to it.
 *
 * @param asked all of them, oldest first
 */
public record Questions(List<Asked> asked) {
  /** Most questions that are looked at; the newest of more. */
  public static final int MOST = 1_000;

  private static final String KIND = "question";

  /** Answers to answers that are followed. */
  private static final int DEEPEST = 32;

  public Questions {
    asked = List.copyOf(asked);
  }

  /**
   * A question.
   *
   * @param official the first answer of an official account
   * @param first the first answer of anybody but the one who asked
   * @param age since it was asked
   */
  public record Asked(
      AnalysedMention question,
      @Nullable AnalysedMention official,
      @Nullable AnalysedMention first,
      Duration age) {

    /** Whether no official account has answered. */
    public boolean isOpen() {
      return official == null;
    }

    /** From the question to its first official answer; null while there is none. */
    public @Nullable Duration response() {
      return official == null
          ? null
          : Duration.between(question.mention().publishedAt(), official.mention().publishedAt());
    }
  }

  /**
   * The questions under a filter.
   *
   * @param accounts handles that answer for the brand, without {@code @}, blind to case
   * @param now nothing later is an answer
   */
  public static Questions of(
      MentionHistory history, MentionFilter filter, Set<String> accounts, Instant now) {
    Set<String> official =
        accounts.stream().map(Questions::folded).collect(Collectors.toUnmodifiableSet());
    List<AnalysedMention> asked = new ArrayList<>();
    MentionFilter questions = filter.withKinds(Set.of(KIND));
    String cursor = null;
    do {
      var page = history.search(questions, MentionOrder.NEWEST, 500, cursor);
      page.mentions().stream()
          .filter(m -> !isOfficial(m.mention().author(), official))
          .forEach(asked::add);
      cursor = page.next();
    } while (cursor != null && asked.size() < MOST);
    Map<String, List<AnalysedMention>> answers = answers(history, asked, now);
    List<Asked> told = new ArrayList<>();
    for (AnalysedMention question : asked) {
      String by = question.mention().author().key();
      AnalysedMention first = null;
      AnalysedMention officially = null;
      for (AnalysedMention answer : answers.getOrDefault(question.id(), List.of())) {
        Author author = answer.mention().author();
        boolean own = by != null && by.equals(author.key());
        if (first == null && !own) {
          first = answer;
        }
        if (officially == null && isOfficial(author, official)) {
          officially = answer;
        }
      }
      Instant at = question.mention().publishedAt();
      told.add(new Asked(question, officially, first, Duration.between(at, now)));
    }
    told.sort(
        Comparator.comparing((Asked a) -> a.question().mention().publishedAt())
            .thenComparing(a -> a.question().id()));
    return new Questions(told);
  }

  /** What was said below each question, oldest first: all of it is in the question's story. */
  private static Map<String, List<AnalysedMention>> answers(
      MentionHistory history, List<AnalysedMention> asked, Instant now) {
    Map<String, List<AnalysedMention>> answers = new HashMap<>();
    if (asked.isEmpty()) {
      return answers;
    }
    Set<String> ids = new HashSet<>();
    Set<String> stories = new HashSet<>();
    for (AnalysedMention question : asked) {
      ids.add(question.id());
      stories.add(question.storyId());
    }
    Map<String, String> parents = new HashMap<>();
    MentionFilter talk = MentionFilter.ALL.withStories(stories).withPeriod(null, now.plusMillis(1));
    history.forEach(
        talk,
        seen -> {
          String parent = seen.mention().parent();
          if (parent == null) {
            return;
          }
          parents.put(seen.id(), parent);
          String above = parent;
          for (int i = 0; above != null && i < DEEPEST; i++) {
            if (ids.contains(above)) {
              answers.computeIfAbsent(above, _ -> new ArrayList<>()).add(seen);
            }
            above = parents.get(above);
          }
        });
    return answers;
  }

  private static boolean isOfficial(Author author, Set<String> official) {
    String handle = author.handle();
    return handle != null && official.contains(folded(handle));
  }

  private static String folded(String handle) {
    String lower = handle.toLowerCase(Locale.ROOT);
    return lower.startsWith("@") ? lower.substring(1) : lower;
  }

  /** Those without an official answer, oldest first. */
  public List<Asked> open() {
    return asked.stream().filter(Asked::isOpen).toList();
  }

  /** The median time to the first official answer of those that have one; null when none has. */
  public @Nullable Duration medianResponse() {
    List<Duration> times = new ArrayList<>();
    for (Asked one : asked) {
      Duration response = one.response();
      if (response != null) {
        times.add(response);
      }
    }
    times.sort(Comparator.naturalOrder());
    return times.isEmpty() ? null : times.get((times.size() - 1) / 2);
  }
}
