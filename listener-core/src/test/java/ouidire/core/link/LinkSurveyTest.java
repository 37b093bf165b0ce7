package ouidire.core.link;

import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;

class LinkSurveyTest extends LinkSurveyContract {
  private final InMemoryMentionHistory history = new InMemoryMentionHistory();

  @Override
  protected MentionHistory history() {
    return history;
  }

  @Override
  protected void index(AnalysedMention... mentions) {
    history.add(mentions);
  }
}
