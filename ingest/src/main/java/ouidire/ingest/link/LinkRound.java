package ouidire.ingest.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.link.CanonicalUrl;
import ouidire.core.link.LinkBook;
import ouidire.core.link.LinkingPages.Linking;
import ouidire.core.link.PageCheck;
import ouidire.core.link.PageCheck.State;

/**
 * Looks at one linking page again and decides what that says of its links.
 *
 * <p>A link is lost when the page is gone, or when it is read without the link and could have shown
 * it: it was seen with the link before, or it still shows the words of the mention. Pages that are
 * put together by scripts show neither, and say nothing.
 */
final class LinkRound {
  private static final int FIRST_WORDS = 60;
  private static final int FEW_WORDS = 15;

  private final PageReader reader;
  private final LinkBook book;
  private final CountDownLatch closing;

  /**
   * @param closing is over when what comes in counts no more
   */
  LinkRound(PageReader reader, LinkBook book, CountDownLatch closing) {
    this.reader = reader;
    this.book = book;
    this.closing = closing;
  }

  /** Fetches the page and remembers what was found. */
  void look(Linking linking, Instant now) throws InterruptedException {
    PageReader.Answer answer = reader.read(linking.url().toString());
    if (closing.getCount() == 0) {
      // What was cut short by our own end says nothing about the page.
      throw new InterruptedException();
    }
    book.keepCheck(linking.url().key(), before -> judge(linking, before, answer, now));
  }

  /** Remembers that a page could not be asked. */
  void pass(Linking linking, Instant now) {
    book.keepCheck(linking.url().key(), before -> unknown(linking, before, now));
  }

  private PageCheck judge(
      Linking linking, @Nullable PageCheck before, PageReader.Answer answer, Instant now) {
    String url = linking.url().toString();
    return switch (answer) {
      case PageReader.Answer.Gone gone -> {
        Instant since = before == null ? null : before.goneSince();
        yield new PageCheck(
            url,
            now,
            State.GONE,
            since == null ? now : since,
            before == null ? Set.of() : before.present(),
            before == null ? Map.of() : before.missing());
      }
      case PageReader.Answer.Failed failed -> unknown(linking, before, now);
      case PageReader.Answer.Read(WebPage page) -> read(linking, before, page, now);
    };
  }

  private static PageCheck unknown(Linking linking, @Nullable PageCheck before, Instant now) {
    return new PageCheck(
        linking.url().toString(),
        now,
        State.UNKNOWN,
        before == null ? null : before.goneSince(),
        before == null ? Set.of() : before.present(),
        before == null ? Map.of() : before.missing());
  }

  private PageCheck read(Linking linking, @Nullable PageCheck before, WebPage page, Instant now) {
    Set<String> there = keys(page.links());
    Set<String> present = new HashSet<>(before == null ? Set.of() : before.present());
    Map<String, Instant> missing = new HashMap<>(before == null ? Map.of() : before.missing());
    boolean shows = showsWords(page.text(), linking.words());
    for (CanonicalUrl target : linking.targets()) {
      String key = target.key();
      if (there.contains(key)) {
        present.add(key);
        missing.remove(key);
      } else if (present.contains(key) || shows) {
        missing.putIfAbsent(key, now);
      }
    }
    return new PageCheck(linking.url().toString(), now, State.READ, null, present, missing);
  }

  /** Keys of all that a page points at; short links count as where they lead. */
  private Set<String> keys(List<String> links) {
    return links.stream()
        .flatMap(link -> CanonicalUrl.of(link).stream())
        .map(book::resolved)
        .map(CanonicalUrl::key)
        .collect(Collectors.toSet());
  }

  /** Whether the page shows how the mention begins. */
  static boolean showsWords(String page, String mention) {
    String words = plain(mention);
    String first = words.substring(0, Math.min(FIRST_WORDS, words.length())).strip();
    return first.length() >= FEW_WORDS && plain(page).contains(first);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
