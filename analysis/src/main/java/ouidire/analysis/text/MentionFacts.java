package ouidire.analysis.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * All that a query can ask of one mention: the terms of its title and text, its facts, its
 * measures. The index writes exactly this, the live matcher looks at exactly this.
 *
 * <p>A fact is a term {@code name:value}, folded, to be compared whole:
 *
 * <pre>
 * author:nom       the handle without @, and the display name
 * tag:nordika      hashtags given by the source and those written in title and text
 * site:nordika.ca  host of its own address, and each domain above it
 * url:ca.nordika/a its own address, see {@link Address#key()}
 * linksite: link:  the same of the addresses it points at, in its links and written in its text
 * lang:fr  region:fr-ca  country:ca  type:post  source:rss  source:le quotidien
 * has:link  has:image  has:question
 * tone:negative    when the tone is known
 * story:id         when its story is known
 * thread:id        the thread's first mention; itself when it begins one
 * </pre>
 *
 * <p>Reused from mention to mention by one thread.
 */
public final class MentionFacts {
  /** Longest fact, UTF-16 units; what is longer is cut there, in mentions and queries alike. */
  public static final int MAX_FACT = 2_000;

  private final MentionTokens title = new MentionTokens();
  private final MentionTokens text = new MentionTokens();
  private final List<String> facts = new ArrayList<>(32);
  private Mention mention = Absent.MENTION;
  private Tone tone = Tone.UNKNOWN;

  /**
   * Reads a mention, in place of the one before.
   *
   * @param language what analysis decided, ISO 639-1
   * @param tone of the whole; null when it is not known yet
   */
  public MentionFacts read(Mention mention, String language, @Nullable Tone tone) {
    this.mention = mention;
    this.tone = tone == null ? Tone.UNKNOWN : tone;
    title.read(mention.title() == null ? "" : mention.title());
    text.read(mention.text());
    facts.clear();
    author(mention.author());
    tags();
    addresses();
    fact("lang:", language);
    region(mention.region());
    source(mention.source());
    fact("type:", word(mention.type()));
    if (title.hasQuestion() || text.hasQuestion()) {
      facts.add("has:question");
    }
    if (tone != null) {
      fact("tone:", word(tone.label()));
    }
    fact("thread:", mention.id());
    fact("thread:", mention.thread());
    return this;
  }

  /** Reads a mention with all that analysis said of it, in place of the one before. */
  public MentionFacts read(AnalysedMention seen) {
    read(seen.mention(), seen.language(), seen.tone());
    fact("story:", seen.storyId());
    return this;
  }

  public Mention mention() {
    return mention;
  }

  public MentionTokens title() {
    return title;
  }

  public MentionTokens text() {
    return text;
  }

  /** In no order; one may be there twice. The list is reused. */
  public List<String> facts() {
    return facts;
  }

  /** A measure, or null when it is not known. */
  public @Nullable Long measure(Measure measure) {
    return switch (measure) {
      case LIKES -> mention.engagement().likes();
      case COMMENTS -> mention.engagement().comments();
      case SHARES -> mention.engagement().shares();
      case ENGAGEMENT -> mention.engagement().total();
      case FOLLOWERS -> mention.author().followers();
      case TONE -> tone.label() == ToneLabel.UNKNOWN ? null : score(tone.score());
      case PUBLISHED -> time(mention.publishedAt());
    };
  }

  /** A score as {@link Measure#TONE} counts. */
  public static long score(double score) {
    return Math.round(score * 10_000);
  }

  /** A time as {@link Measure#PUBLISHED} counts; those outside 1677 to 2262 at the nearer end. */
  public static long time(Instant instant) {
    try {
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    } catch (ArithmeticException e) {
      return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private void author(Author author) {
    String handle = author.handle();
    if (handle != null) {
      fact("author:", Folding.fold(handle.startsWith("@") ? handle.substring(1) : handle));
    }
    if (author.name() != null) {
      fact("author:", Folding.fold(author.name()));
    }
  }

  private void tags() {
    for (String tag : mention.hashtags()) {
      fact("tag:", tagTerm(tag));
    }
    tagsIn(title);
    tagsIn(text);
  }

  private void tagsIn(MentionTokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.TAG) {
        fact("tag:", tokens.term(i).substring(1));
      }
    }
  }

  /** A hashtag as queries compare it, with or without its sign. */
  public static String tagTerm(String tag) {
    return Folding.fold(tag.startsWith("#") || tag.startsWith("＃") ? tag.substring(1) : tag);
  }

  private void addresses() {
    String own = mention.url();
    Address url = own == null ? null : Address.parse(own);
    if (url != null) {
      fact("url:", url.key());
      hosts("site:", url.host());
    }
    for (String link : mention.links()) {
      link(link);
    }
    linksIn(title, mention.title() == null ? "" : mention.title());
    linksIn(text, mention.text());
    if (!mention.links().isEmpty() || title.linkCount() > 0 || text.linkCount() > 0) {
      facts.add("has:link");
    }
  }

  private void linksIn(MentionTokens tokens, String from) {
    for (int i = 0; i < tokens.linkCount(); i++) {
      link(from.substring(tokens.linkStart(i), tokens.linkEnd(i)));
    }
  }

  private void link(String written) {
    Address link = Address.parse(written);
    if (link == null) {
      return;
    }
    fact("link:", link.key());
    hosts("linksite:", link.host());
    if (link.isImage()) {
      facts.add("has:image");
    }
  }

  private void hosts(String name, String host) {
    fact(name, host);
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      fact(name, host.substring(dot + 1));
    }
  }

  private void region(@Nullable String region) {
    if (region == null) {
      return;
    }
    String lower = region.toLowerCase(Locale.ROOT).replace('_', '-');
    fact("region:", lower);
    fact("country:", lower.substring(lower.lastIndexOf('-') + 1));
  }

  private void source(SourceRef source) {
    fact("source:", Folding.fold(source.kind()));
    fact("source:", Folding.fold(source.name()));
  }

  private void fact(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.add(cut(name + value));
    }
  }

  /** A fact no longer than {@link #MAX_FACT}. */
  public static String cut(String fact) {
    return fact.length() <= MAX_FACT ? fact : fact.substring(0, MAX_FACT);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Stands where no mention was read yet. */
  private static final class Absent {
    private static final Mention MENTION =
        new Mention(
            "-",
            new SourceRef("import", "-"),
            null,
            Author.UNKNOWN,
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            null,
            MentionType.POST,
            null,
            "",
            List.of(),
            List.of(),
            Engagement.NONE,
            null,
            null);
  }
}
