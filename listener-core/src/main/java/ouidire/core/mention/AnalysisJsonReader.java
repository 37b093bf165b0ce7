package ouidire.core.mention;

import static ouidire.core.mention.JsonValues.each;
import static ouidire.core.mention.JsonValues.fields;
import static ouidire.core.mention.JsonValues.text;
import static ouidire.core.mention.JsonValues.time;
import static ouidire.core.mention.JsonValues.word;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is known of a mention: language, tone, brands, findings and its place in a story. */
final class AnalysisJsonReader {
  private AnalysisJsonReader() {}

  static MentionDraft.@Nullable Analysis analysis(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    @Nullable String[] language = new @Nullable String[1];
    Tone[] tone = {Tone.UNKNOWN};
    List<BrandMatch> matches = new ArrayList<>(2);
    List<Finding> kinds = new ArrayList<>(2);
    List<Finding> flags = new ArrayList<>(1);
    List<Aspect> aspects = new ArrayList<>(1);
    @Nullable StoryPlace[] story = new @Nullable StoryPlace[1];
    @Nullable Instant[] at = new @Nullable Instant[1];
    fields(
        json,
        "analysis",
        (key, in) -> {
          switch (key) {
            case "language" -> language[0] = text(in, "analysis.language");
            case "tone" -> tone[0] = FoundJsonReader.tone(in);
            case "matches" ->
                each(in, "analysis.matches", item -> matches.add(FoundJsonReader.match(item)));
            case "kinds" ->
                each(in, "analysis.kinds", item -> kinds.add(FoundJsonReader.finding(item)));
            case "flags" ->
                each(in, "analysis.flags", item -> flags.add(FoundJsonReader.finding(item)));
            case "aspects" ->
                each(in, "analysis.aspects", item -> aspects.add(FoundJsonReader.aspect(item)));
            case "story" -> story[0] = story(in);
            case "analysedAt" -> at[0] = time(in, "analysis.analysedAt");
            default -> in.skipChildren();
          }
        });
    return new MentionDraft.Analysis(
        MentionDraft.required("analysis.language", language[0]),
        tone[0],
        matches,
        kinds,
        flags,
        aspects,
        story[0],
        MentionDraft.required("analysis.analysedAt", at[0]));
  }

  private static @Nullable StoryPlace story(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    @Nullable String[] ids = new @Nullable String[2];
    StoryRelation[] relation = {StoryRelation.FIRST};
    double[] similarity = {1};
    List<StoryReason> reasons = new ArrayList<>(2);
    fields(
        json,
        "story",
        (key, in) -> {
          switch (key) {
            case "id" -> ids[0] = text(in, "story.id");
            case "copies" -> ids[1] = text(in, "story.copies");
            case "relation" -> {
              StoryRelation read = word(in, "story.relation", StoryRelation.class);
              relation[0] = read == null ? StoryRelation.FIRST : read;
            }
            case "similarity" -> similarity[0] = in.getDoubleValue();
            case "reasons" ->
                each(
                    in,
                    "story.reasons",
                    item ->
                        reasons.add(
                            MentionDraft.required(
                                "story.reasons", word(item, "story.reasons", StoryReason.class))));
            default -> in.skipChildren();
          }
        });
    return new StoryPlace(
        MentionDraft.required("story.id", ids[0]),
        MentionDraft.required("story.copies", ids[1]),
        relation[0],
        similarity[0],
        reasons);
  }
}
