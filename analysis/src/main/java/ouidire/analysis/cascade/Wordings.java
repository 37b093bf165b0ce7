package ouidire.analysis.cascade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;
import ouidire.core.story.StoryReport.Variant;

/** The wordings of a story: which there are, who first used each, and how they differ. */
final class Wordings {
  private static final int KEPT = 500;
  private static final int SHOWN = 20;

  private final Map<String, Wording> wordings = new LinkedHashMap<>();
  private final Map<String, Wording> firstOfGroup = new HashMap<>();

  private static final class Wording {
    private final Mention first;
    private final Wording of;
    private int copies = 1;

    Wording(Mention first, @Nullable Wording of) {
      this.first = first;
      this.of = of == null ? this : of;
    }
  }

  /** Mentions come oldest first. */
  void add(AnalysedMention seen) {
    Mention mention = seen.mention();
    String text = mention.fullText().strip();
    if (text.isEmpty()) {
      return;
    }
    String key = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Wording known = wordings.get(key);
    if (known != null) {
      known.copies++;
    } else if (wordings.size() < KEPT) {
      Wording wording = new Wording(mention, firstOfGroup.get(seen.copiesId()));
      wordings.put(key, wording);
      firstOfGroup.putIfAbsent(seen.copiesId(), wording);
    }
  }

  /** Wordings that were copied or that are copies, changed; most copied first. */
  List<Variant> variants() {
    List<Wording> told = new ArrayList<>();
    for (Wording wording : wordings.values()) {
      if (wording.copies > 1 || wording.of != wording) {
        told.add(wording);
      }
    }
    told.sort(
        Comparator.comparingInt((Wording w) -> w.copies)
            .reversed()
            .thenComparing(w -> w.first.publishedAt())
            .thenComparing(w -> w.first.id()));
    return told.stream()
        .limit(SHOWN)
        .map(
            w ->
                new Variant(
                    w.first.id(),
                    w.first.author().key(),
                    w.first.publishedAt(),
                    w.copies,
                    w.of.first.id(),
                    WordDiff.between(w.of.first.fullText(), w.first.fullText())))
        .toList();
  }
}
