package ouidire.analysis.story;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import ouidire.core.mention.Mention;

/**
 * The labelled mentions of this package's tests: made-up brands and events, dispatches with edited
 * copies, paraphrases, look-alikes and remarks that belong to no event. Half was used for tuning,
 * the other half, of other brands, was not.
 */
final class LabelledStories {
  private LabelledStories() {}

  static Path file(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(LabelledStories.class.getResource(name), name).toURI());
  }

  static List<Mention> mentions(String name) throws IOException, URISyntaxException {
    return StoryEvaluation.read(file(name)).stream()
        .map(StoryEvaluation.Labelled::mention)
        .toList();
  }
}
