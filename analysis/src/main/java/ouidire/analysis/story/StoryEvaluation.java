package ouidire.analysis.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.StoryPlace;

/**
 * Measures grouping on labelled mentions: {@code ouidire eval stories FILE.jsonl}. They are placed
 * in the order of the file, which is that of their arrival, and none sees a later one.
 */
public final class StoryEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_WINDOW = 10_000;

  private StoryEvaluation() {}

  /**
   * @param file mentions as JSON Lines, each with a gold {@code story}; {@code copies} is measured
   *     as well where every line has it
   * @return {@code n, precision, recall, f1, stories, gold_stories}, B-cubed of the grouping into
   *     stories; {@code copies} with the same of the groups of copies
   * @throws IllegalArgumentException naming the line, what was found and what was expected
   */
  public static ObjectNode run(Path file) throws IOException {
    List<Labelled> labelled = read(file);
    StoryReader reader = new StoryReader();
    StoryGrouper grouper = new StoryGrouper(Math.max(LEAST_WINDOW, labelled.size()));
    List<StoryPlace> places = new ArrayList<>();
    for (Labelled one : labelled) {
      places.add(grouper.place(reader, one.mention()));
    }
    List<String> stories = places.stream().map(StoryPlace::story).toList();
    ObjectNode result = JSON.createObjectNode().put("n", labelled.size());
    put(result, stories, labelled.stream().map(Labelled::story).toList());
    result.put("stories", Set.copyOf(stories).size());
    result.put(
        "gold_stories", new HashSet<>(labelled.stream().map(Labelled::story).toList()).size());
    List<String> goldCopies = labelled.stream().map(Labelled::copies).toList();
    if (goldCopies.stream().noneMatch(String::isEmpty)) {
      List<String> copies = places.stream().map(StoryPlace::copies).toList();
      put(result.putObject("copies"), copies, goldCopies);
    }
    return result;
  }

  private static void put(ObjectNode into, List<String> found, List<String> truth) {
    BCubed score = BCubed.of(found, truth);
    into.put("precision", rounded(score.precision()));
    into.put("recall", rounded(score.recall()));
    into.put("f1", rounded(score.f1()));
  }

  /**
   * A mention with its true groups.
   *
   * @param copies empty where the line has none
   */
  record Labelled(Mention mention, String story, String copies) {}

  static List<Labelled> read(Path file) throws IOException {
    SourceRef source = new SourceRef("import", String.valueOf(file.getFileName()));
    List<Labelled> all = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode json;
        Mention mention;
        try {
          json = JSON.readTree(line);
          mention =
              MentionJson.readMention(line.getBytes(StandardCharsets.UTF_8), source, Instant.EPOCH);
        } catch (InvalidMentionException | IOException e) {
          throw bad(file, number, String.valueOf(e.getMessage()), "a mention in JSON");
        }
        String story = json.path("story").asText();
        if (story.isEmpty()) {
          throw bad(file, number, "no story", "a gold \"story\" beside the mention's own fields");
        }
        Integer earlier = lineOf.put(mention.id(), number);
        if (earlier != null) {
          throw bad(file, number, "the id of line " + earlier, "one id a mention");
        }
        all.add(new Labelled(mention, story, json.path("copies").asText()));
      }
    }
    if (all.isEmpty()) {
      throw bad(file, 1, "no mention", "at least one");
    }
    return all;
  }

  private static IllegalArgumentException bad(Path file, int line, String found, String expected) {
    return new IllegalArgumentException(
        file.getFileName() + ", line " + line + ": found " + found + "; expected " + expected);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
