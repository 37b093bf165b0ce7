package ouidire.ingest.link;

import java.util.Optional;
import ouidire.core.link.Webmentions;
import ouidire.core.words.Wording;

/** Takes no webmention: the settings say so. */
public final class ClosedWebmentions implements Webmentions {
  @Override
  public Answer receive(String source, String target) {
    return new Answer.Busy(
        new Wording(
            "Aucune webmention n’est reçue ici (links.webmentions)",
            "No webmention is taken here (links.webmentions)"));
  }

  @Override
  public Optional<Receipt> find(String id) {
    return Optional.empty();
  }
}
