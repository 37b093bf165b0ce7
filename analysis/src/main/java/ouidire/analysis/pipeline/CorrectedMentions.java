package ouidire.analysis.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.correction.Correction;
import ouidire.core.correction.WordRule;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingsStore;

/**
 * Brings mentions that are known already to what people say of them: when a correction or a word
 * rule is made, changed or taken back, each mention concerned is heard again and written to {@code
 * ouidire.analysed}, so that every count says so. What is analysed later is corrected on its way
 * ({@link CorrectedListener}). At the start, what was corrected while nobody listened is caught up
 * with.
 */
public final class CorrectedMentions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CorrectedMentions.class);
  private static final int PATIENCE_SECONDS = 5;

  private final SettingsStore settings;
  private final MentionHistory history;
  private final MentionAnalysis.Listener listener;
  private final PastMatches.Rewriter stream;
  private final InstantSource clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("corrected-mentions").daemon().factory());
  private final Subscription subscription;

  /**
   * @param listener hears with the corrections and word rules as they are
   */
  public CorrectedMentions(
      SettingsStore settings,
      MentionHistory history,
      MentionAnalysis.Listener listener,
      PastMatches.Rewriter stream,
      InstantSource clock) {
    this.settings = settings;
    this.history = history;
    this.listener = listener;
    this.stream = stream;
    this.clock = clock;
    subscription = settings.subscribe(this::hear);
    later("what was corrected before", this::catchUp);
  }

  private void hear(SettingChange change) {
    if (change.kind().equals(Correction.KIND)) {
      later("correction of " + change.id(), () -> again(change.id()));
    } else if (change.kind().equals(WordRule.KIND)) {
      ruled(change.id(), change.before());
      ruled(change.id(), change.after());
    }
  }

  private void ruled(String id, @Nullable JsonNode rule) {
    if (rule != null) {
      later("word rule " + id, () -> again(WordRule.read(rule)));
    }
  }

  private void later(String what, Runnable task) {
    try {
      worker.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.warn("{} is not applied to older mentions: {}", what, e.toString());
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("{} comes after the end", what, e);
    }
  }

  private void catchUp() {
    for (Setting correction : settings.list(Correction.KIND)) {
      again(correction.id());
    }
  }

  private void again(String id) {
    history.find(id).ifPresent(this::again);
  }

  private void again(WordRule rule) {
    String words = "\"" + rule.words().replace("\"", " ") + "\"";
    MentionFilter concerned =
        MentionFilter.ALL.withBrands(java.util.Set.of(rule.brand())).withQuery(words);
    history.forEach(concerned, this::again);
  }

  private void again(AnalysedMention seen) {
    MentionAnalysis.Listener.Heard heard = listener.hear(seen.mention(), seen.language());
    List<BrandMatch> matches =
        seen.matches().stream()
            .map(
                match ->
                    new BrandMatch(
                        match.brand(), match.spans(), heard.toward(match.brand(), match.spans())))
            .toList();
    AnalysedMention right = seen.withTones(heard.whole(), matches, heard.kinds(), clock.instant());
    if (!right.tone().equals(seen.tone())
        || !right.matches().equals(seen.matches())
        || !right.kinds().equals(seen.kinds())) {
      stream.replace(right).join();
    }
  }

  @Override
  public void close() throws InterruptedException {
    subscription.close();
    worker.shutdown();
    if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
  }
}
