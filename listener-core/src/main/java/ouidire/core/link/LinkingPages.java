package ouidire.core.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;

/** The pages that link to a brand's sites, as mentions tell. */
public final class LinkingPages {
  private static final int PAGE = 1_000;

  private LinkingPages() {}

  /**
   * A page that links.
   *
   * @param url as the last mention of it says
   * @param targets what it links to
   * @param words of that mention: they stand on the page where it is as it was
   */
  public record Linking(CanonicalUrl url, Set<CanonicalUrl> targets, String words) {
    public Linking {
      targets = Set.copyOf(targets);
    }
  }

  /** Those of the newest {@link LinkSurvey#MOST} mentions; the brand's own pages left out. */
  public static List<Linking> of(MentionHistory history, LinkBook book, LinkQuestion question) {
    Map<String, Linking> pages = new HashMap<>();
    for (MentionFilter filter : LinkSurvey.filters(history, book, question)) {
      String cursor = null;
      int looked = 0;
      do {
        MentionPage page = history.search(filter, MentionOrder.NEWEST, PAGE, cursor);
        page.mentions().forEach(mention -> see(mention, book, question, pages));
        looked += page.mentions().size();
        cursor = page.next();
      } while (cursor != null && looked < LinkSurvey.MOST);
    }
    return new ArrayList<>(pages.values());
  }

  private static void see(
      AnalysedMention analysed, LinkBook book, LinkQuestion question, Map<String, Linking> pages) {
    Mention mention = analysed.mention();
    String at = mention.url();
    CanonicalUrl url = at == null ? null : CanonicalUrl.of(at).orElse(null);
    if (url == null || url.isOn(question.own())) {
      return;
    }
    Set<CanonicalUrl> targets = new HashSet<>();
    for (String link : mention.links()) {
      CanonicalUrl.of(link)
          .map(book::resolved)
          .filter(target -> target.isOn(question.sites()))
          .ifPresent(targets::add);
    }
    if (!targets.isEmpty()) {
      pages.merge(
          url.key(),
          new Linking(url, targets, mention.title() == null ? mention.text() : mention.title()),
          LinkingPages::both);
    }
  }

  private static Linking both(Linking newer, Linking older) {
    Set<CanonicalUrl> targets = new HashSet<>(newer.targets());
    targets.addAll(older.targets());
    return new Linking(newer.url(), targets, newer.words());
  }
}
