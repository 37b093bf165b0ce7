package ouidire.api.metric;

import org.jspecify.annotations.Nullable;
import ouidire.api.metric.Habits.Habit;
import ouidire.core.mention.AnalysedMention;

/**
 * How much more reaction a mention met than its author and source are used to: {@code ln(1 + e) -
 * h}, where e are its likes, comments and shares and h the habit, {@code (n a + 5 s) / (n + 5)}, of
 * the author's median a over n mentions and the source's median s. The author's word grows with
 * what is known of that author; of a stranger the source's habit speaks alone (empirical shrinkage:
 * Efron and Morris, "Stein's paradox in statistics", 1977).
 *
 * @param value the difference of logarithms; 0 is as usual
 * @param engagement likes, comments and shares of the mention
 * @param usual reactions that are usual: {@code exp(h) - 1}
 * @param author reactions that are usual for the author; null where nothing is known
 * @param authorMentions n
 * @param source reactions that are usual for the source
 * @param sourceMentions mentions of the source that were looked at
 */
public record Interest(
    double value,
    long engagement,
    double usual,
    @Nullable Double author,
    int authorMentions,
    @Nullable Double source,
    int sourceMentions) {
  /** Null where the source counts no reactions, or nothing else of author and source is known. */
  public static @Nullable Interest of(AnalysedMention mention, Habits habits) {
    Double reaction = Habits.reaction(mention.mention().engagement());
    Habit author = habits.author(mention);
    Habit source = habits.source(mention, Habits.LAST_OF_SOURCE);
    if (reaction == null || author.n() + source.n() == 0) {
      return null;
    }
    double weight = source.n() == 0 ? 0 : Habits.SHRINK;
    double habit =
        (author.n() * author.median() + weight * source.median()) / (author.n() + weight);
    return new Interest(
        reaction - habit,
        mention.mention().engagement().total(),
        Math.expm1(habit),
        author.n() == 0 ? null : Math.expm1(author.median()),
        author.n(),
        source.n() == 0 ? null : Math.expm1(source.median()),
        source.n());
  }

  /** How many times the usual: {@code exp(value)}. */
  public double times() {
    return Math.exp(value);
  }
}
