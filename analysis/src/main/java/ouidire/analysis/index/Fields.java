package ouidire.analysis.index;

import java.time.Instant;
import java.util.Locale;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.ToneLabel;

/**
 * The Lucene fields of a mention: what {@link MentionDocuments} writes, and what queries ask.
 *
 * <p><i>term</i>: one whole value per posting, for equality. <i>values</i>: doc values, for counts,
 * ranges and sorting.
 */
public final class Fields {
  /** Changes whenever documents written before could not answer today's questions. */
  public static final int SCHEMA = 5;

  /** Term and values: the mention's id. */
  public static final String ID = "id";

  /** Numeric values with a skip index, {@link #time}; segments are sorted by it, newest first. */
  public static final String PUBLISHED = "published";

  /** Title in folded terms with positions, as {@code ouidire.analysis.text} reads it. */
  public static final String TITLE = "title";

  /** Text in folded terms with positions. */
  public static final String TEXT = "text";

  /** Term: each of {@link ouidire.analysis.text.MentionFacts#facts()}. */
  public static final String FACT = "fact";

  /** Term and values: id of each brand it matches. */
  public static final String BRAND = "brand";

  /** Term and values: {@link #brandTone} of each brand it matches. */
  public static final String BRAND_TONE = "brandTone";

  /** Term and values: {@code negative, neutral, positive, unknown} of the whole. */
  public static final String TONE = "tone";

  /** Numeric values: score of the whole as {@link #score}; absent when the tone is unknown. */
  public static final String TONE_SCORE = "toneScore";

  /** Term and values: {@code kind:name}. */
  public static final String SOURCE = "source";

  /** Term and values. */
  public static final String SOURCE_KIND = "sourceKind";

  /** Term and values: {@link ouidire.core.mention.Author#key()} as it is. */
  public static final String AUTHOR = "author";

  /** Term and values: ISO 639-1, as analysis decided. */
  public static final String LANGUAGE = "language";

  /** Term and values: {@code post, comment, repost, article, video}. */
  public static final String TYPE = "type";

  /** Term and values: each outgoing address as it is. */
  public static final String LINK = "link";

  /** Term and values: host of each outgoing address, lower case, without {@code www.}. */
  public static final String DOMAIN = "domain";

  /** Term and values: folded, without {@code #}. */
  public static final String HASHTAG = "hashtag";

  /** Term and values: name of each kind of remark. */
  public static final String KIND = "kind";

  /** Term and values: each aspect, alone and with its tone. */
  public static final String ASPECT = "aspect";

  /** Term and values: name of each flag. */
  public static final String FLAG = "flag";

  /** Numeric values; absent where the source gives none. */
  public static final String LIKES = "likes";

  /** Numeric values; absent where the source gives none. */
  public static final String COMMENTS = "comments";

  /** Numeric values; absent where the source gives none. */
  public static final String SHARES = "shares";

  /** Numeric values: likes, comments and shares together, 0 where none are known. */
  public static final String ENGAGEMENT = "engagement";

  /** Numeric values; absent where the source gives none. */
  public static final String FOLLOWERS = "followers";

  /** Term: id of the mention that it answers or relays. */
  public static final String PARENT = "parent";

  /** Term and values: {@link ouidire.core.mention.AnalysedMention#storyId()}. */
  public static final String STORY = "story";

  /** Term and values: {@link ouidire.core.mention.AnalysedMention#copiesId()}. */
  public static final String COPIES = "copies";

  /** Stored: the whole analysed mention as JSON, UTF-8. */
  public static final String JSON = "json";

  private Fields() {}

  /**
   * A time as {@link #PUBLISHED} holds it: nanoseconds since 1970, those outside 1677 to 2262 at
   * the nearer end.
   */
  public static long time(Instant instant) {
    return MentionFacts.time(instant);
  }

  /** The time that {@link #PUBLISHED} holds as {@code nanos}. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  /** A tone's score as {@link #TONE_SCORE} holds it: ten-thousandths. */
  public static long score(double score) {
    return MentionFacts.score(score);
  }

  /** A word of an enum as every field holds it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The tone toward one brand; no brand's id holds a slash. */
  public static String brandTone(String brand, ToneLabel tone) {
    return brand + "/" + word(tone);
  }
}
