package ouidire.core.history;

import ouidire.core.mention.AnalysedMention;

class InMemoryMentionHistoryTest extends MentionHistoryContract {
  private final InMemoryMentionHistory history = new InMemoryMentionHistory();

  @Override
  protected MentionHistory history() {
    return history;
  }

  @Override
  protected void index(AnalysedMention... mentions) {
    history.add(mentions);
  }

  @Override
  protected void erase(String id) {
    history.erase(id);
  }
}
