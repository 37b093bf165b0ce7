package ouidire.analysis.tone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ouidire.core.mention.Span;

/**
 * Makes every model that ships from the project's own corpus, {@code analysis/corpus/c*.tsv}: tone,
 * tone toward a brand, kinds of remark, moderation. The same files give the same bytes.
 */
public final class CorpusTraining {
  private static final double TARGET_STRENGTH = 0.5;
  private static final double FLAG_WORD_SCALE = 1.2;

  /**
   * In public talk plain words decide more than in remarks to a brand: what the sum of the lexicon
   * adds there. Tuned on the training part of UMSAB, the only number that is.
   */
  private static final double[] PUBLIC_TALK = {-1, 0, 1};

  private final List<CorpusRow> rows;
  private final List<MentionReading> texts;

  private CorpusTraining(List<CorpusRow> rows) {
    this.rows = rows;
    this.texts = rows.stream().map(row -> MentionReading.of(null, row.text())).toList();
  }

  /**
   * Trains from the files {@code c*.tsv} of a folder and writes the models into another.
   *
   * @return lines for people: what was learned and how well rows not seen were told
   */
  public static List<String> train(Path corpus, Path out) throws IOException {
    return new CorpusTraining(CorpusRow.readAll(corpus)).train(out);
  }

  private List<String> train(Path out) throws IOException {
    List<String> said = new ArrayList<>();
    float[][] targets = ToneTraining.targets(rows.stream().map(CorpusRow::label).toList());
    ToneTraining.Trained tone =
        ToneTraining.train(texts, targets, rowWeights(targets), PUBLIC_TALK);
    write(tone.model(), out.resolve("tone/tone-fr.model"));
    said.add("tone: " + tone.report());
    said.add("target: " + target(tone, out.resolve("tone/" + TargetTone.RESOURCE)));
    said.add("kinds: " + flags(Flags.KINDS, out.resolve("kind/kind-fr.model")));
    said.add(
        "moderation: " + flags(Flags.MODERATION, out.resolve("moderation/moderation-fr.model")));
    return said;
  }

  private String target(ToneTraining.Trained tone, Path out) throws IOException {
    List<double[]> features = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LinearModel unseen = tone.folds()[ModelTrainer.fold(i, tone.folds().length)];
      for (CorpusRow.Target target : rows.get(i).targets()) {
        List<Span> spans = TargetSpans.find(target.brand(), rows.get(i).text());
        if (!spans.isEmpty()) {
          features.add(TargetFeatures.of(unseen, texts.get(i), spans));
          labels.add(target.label());
        }
      }
    }
    DenseTraining training =
        new DenseTraining(features, ToneTraining.targets(labels), TARGET_STRENGTH);
    TargetTone model = training.train();
    Files.writeString(out, model.text());
    return training.report();
  }

  private String flags(Flags flags, Path out) throws IOException {
    float[][] wanted = new float[rows.size()][];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = flags.wanted(rows.get(i));
    }
    ModelTrainer trainer =
        new ModelTrainer(
            texts,
            wanted,
            flags.labels(),
            false,
            ToneTraining.evenly(rows.size()),
            flags.strength(),
            new double[0],
            FLAG_WORD_SCALE);
    double[][] scores = trainer.outOfFold(trainer.foldModels(ToneTraining.FOLDS));
    float[] thresholds = flags.thresholds(scores, wanted);
    write(trainer.train().with(new Calibration(1, thresholds)), out);
    return flags.report(scores, wanted, thresholds);
  }

  /** The weights of the files, evened so that no tone is learned to be likelier than another. */
  private float[] rowWeights(float[][] targets) {
    float[] weights = new float[rows.size()];
    double[] each = new double[ToneTraining.LABELS.size()];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rows.get(i).weight();
      each[ToneTraining.wanted(targets[i])] += weights[i];
      all += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= (float) (all / each.length / each[ToneTraining.wanted(targets[i])]);
    }
    return weights;
  }

  private static void write(LinearModel model, Path out) throws IOException {
    try (OutputStream stream = Files.newOutputStream(out)) {
      model.write(stream);
    }
  }
}
