package ouidire.analysis.alert.suite;

import java.time.Instant;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;

/** The same said, in one respect otherwise. */
final class Altered {
  private Altered() {}

  static AnalysedMention named(AnalysedMention said, String id) {
    return altered(said, id, said.mention().collectedAt());
  }

  static AnalysedMention arriving(AnalysedMention said, Instant when) {
    return altered(said, said.id(), when);
  }

  private static AnalysedMention altered(AnalysedMention said, String id, Instant collectedAt) {
    Mention m = said.mention();
    return new AnalysedMention(
        new Mention(
            id,
            m.source(),
            m.url(),
            m.author(),
            m.publishedAt(),
            collectedAt,
            m.language(),
            m.region(),
            m.type(),
            m.title(),
            m.text(),
            m.links(),
            m.hashtags(),
            m.engagement(),
            m.parent(),
            m.thread()),
        said.language(),
        said.tone(),
        said.matches(),
        said.kinds(),
        said.flags(),
        said.aspects(),
        null,
        collectedAt);
  }
}
