package ouidire.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.query.KnownLists;
import ouidire.analysis.query.LuceneCompiler;
import ouidire.core.brand.Site;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.link.LinkBook;
import ouidire.core.link.LinkQuestion;
import ouidire.core.link.LinkReport;
import ouidire.core.link.LinkSurvey;
import ouidire.core.link.LinkSurveyContract;
import ouidire.core.link.VisitBook;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.settings.InMemorySettingsStore;

/** Reports of links over the real index, with the real query language. */
@SuppressWarnings("NullAway.Init") // opened before each test, by the contract
class LuceneLinkSurveyTest extends LinkSurveyContract {
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  @TempDir Path folder;
  private LuceneMentionIndex index;
  private MentionHistory history;

  @Override
  protected void open() throws IOException {
    index = new LuceneMentionIndex(folder.resolve("index"));
    history = new LuceneMentionHistory(index, new LuceneCompiler(ZONE, KnownLists.NONE)::compile);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Override
  protected MentionHistory history() {
    return history;
  }

  @Override
  protected void index(AnalysedMention... mentions) {
    try {
      for (AnalysedMention mention : mentions) {
        index.index(mention, MentionJson.write(mention));
      }
      index.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dashboard opens a domain's number by the query {@code site:}. */
  @Test
  void aDomainsNumberIsWhatTheQueryLanguageFindsOfIt() {
    InMemorySettingsStore settings = new InMemorySettingsStore(InstantSource.system());
    MentionFilter week = MentionFilter.ALL.withPeriod(Instant.parse("2026-03-03T12:00:00Z"), null);
    List<Site> sites = List.of(new Site("nordika.example", 0, ""));
    LinkReport report =
        LinkSurvey.of(
            history,
            new LinkBook(settings),
            new VisitBook(settings),
            new LinkQuestion(week, sites, sites, null, ZONE));
    MentionFilter opens = week.withDomains(report.opens().domains());
    assertThat(report.domains()).hasSize(3);
    for (LinkReport.Domain row : report.domains()) {
      if (row.domain() != null) {
        assertThat(history.count(opens.withQuery("site:\"" + row.domain() + "\"")))
            .as(row.domain())
            .isEqualTo(row.sums().mentions());
      }
    }
  }
}
