package ouidire.core.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.StoryPlace;
import ouidire.core.mention.StoryReason;
import ouidire.core.mention.StoryRelation;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** An analysed mention for tests, ordinary in everything that is not said. */
public final class SampleMention {
  private final String id;
  private Instant publishedAt = Instant.parse("2026-03-02T15:00:00Z");
  private SourceRef source = new SourceRef("rss", "Le Quotidien");
  private Author author = new Author("alice", "Alice", null);
  private String language = "fr";
  private MentionType type = MentionType.POST;
  private @Nullable String url;
  private @Nullable String title;
  private String text = "Rien de neuf.";
  private List<String> links = List.of();
  private List<String> hashtags = List.of();
  private Engagement engagement = Engagement.NONE;
  private ToneLabel tone = ToneLabel.NEUTRAL;
  private final List<BrandMatch> matches = new ArrayList<>();

  private final List<Finding> kinds = new ArrayList<>();
  private final List<Finding> flags = new ArrayList<>();
  private final List<Aspect> aspects = new ArrayList<>();
  private @Nullable StoryPlace story;
  private @Nullable String parent;
  private @Nullable String thread;

  private SampleMention(String id) {
    this.id = id;
  }

  public static SampleMention of(String id) {
    return new SampleMention(id);
  }

  /** ISO 8601, {@code 2026-03-02T15:00:00Z}. */
  public SampleMention at(String instant) {
    return at(Instant.parse(instant));
  }

  public SampleMention at(Instant instant) {
    publishedAt = instant;
    return this;
  }

  public SampleMention from(String kind, String name) {
    source = new SourceRef(kind, name);
    return this;
  }

  public SampleMention by(
      @Nullable String handle, @Nullable String name, @Nullable Long followers) {
    author = new Author(handle, name, followers);
    return this;
  }

  /** When the author's account was opened. */
  public SampleMention accountOf(Instant opened) {
    author = new Author(author.handle(), author.name(), author.followers(), opened);
    return this;
  }

  public SampleMention in(String value) {
    language = value;
    return this;
  }

  public SampleMention type(MentionType value) {
    type = value;
    return this;
  }

  /** Its own address; empty for none. */
  public SampleMention url(String value) {
    url = value;
    return this;
  }

  public SampleMention title(@Nullable String value) {
    title = value;
    return this;
  }

  public SampleMention text(String value) {
    text = value;
    return this;
  }

  public SampleMention links(String... values) {
    links = List.of(values);
    return this;
  }

  public SampleMention hashtags(String... values) {
    hashtags = List.of(values);
    return this;
  }

  public SampleMention engagement(
      @Nullable Long likes, @Nullable Long comments, @Nullable Long shares) {
    engagement = new Engagement(likes, comments, shares);
    return this;
  }

  public SampleMention tone(ToneLabel value) {
    tone = value;
    return this;
  }

  /** Adds a brand that it matches, with the tone toward it. */
  public SampleMention brand(String brand, ToneLabel toward) {
    matches.add(new BrandMatch(brand, List.of(), toned(toward)));
    return this;
  }

  public SampleMention kind(String name) {
    kinds.add(new Finding(name, Finding.LEARNED, 0.75, List.of()));
    return this;
  }

  /** An aspect with its tone, {@code price:negative}; without one it is unknown. */
  public SampleMention aspect(String toned) {
    String[] parts = toned.split(":");
    ToneLabel label =
        parts.length == 1
            ? ToneLabel.UNKNOWN
            : ToneLabel.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
    aspects.add(new Aspect(parts[0], label, List.of()));
    return this;
  }

  public SampleMention flag(String name) {
    flags.add(new Finding(name, "threat_of_violence", 1, List.of()));
    return this;
  }

  /** What it answers or relays, and the mention that began their thread. */
  public SampleMention under(String above, String begun) {
    parent = above;
    thread = begun;
    return this;
  }

  /** The same event as another, in other words. */
  public SampleMention inStory(String first) {
    story = new StoryPlace(first, id, StoryRelation.EVENT, 0.75, List.of(StoryReason.NAMES));
    return this;
  }

  /** The text of another, in that one's story. */
  public SampleMention copyOf(String first) {
    return copyOf(first, first);
  }

  /** The text of one, in the story that another began. */
  public SampleMention copyOf(String first, String inStory) {
    story = new StoryPlace(inStory, first, StoryRelation.COPY, 0.9, List.of(StoryReason.TEXT));
    return this;
  }

  public AnalysedMention build() {
    Mention mention =
        new Mention(
            id,
            source,
            url == null ? "https://exemple.test/" + id : url.isEmpty() ? null : url,
            author,
            publishedAt,
            publishedAt.plusSeconds(60),
            null,
            null,
            type,
            title,
            text,
            links,
            hashtags,
            engagement,
            parent,
            thread);
    return new AnalysedMention(
        mention,
        language,
        toned(tone),
        matches,
        kinds,
        flags,
        aspects,
        story,
        publishedAt.plusSeconds(61));
  }

  private static Tone toned(ToneLabel label) {
    double score =
        switch (label) {
          case NEGATIVE -> -0.5;
          case POSITIVE -> 0.5;
          default -> 0;
        };
    return new Tone(label, score, label == ToneLabel.UNKNOWN ? 0 : 0.75, List.of());
  }
}
