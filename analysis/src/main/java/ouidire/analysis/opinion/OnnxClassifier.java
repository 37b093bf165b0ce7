package ouidire.analysis.opinion;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A classifier in an ONNX file, run by ONNX Runtime on the processor, with its {@code
 * tokenizer.json} read by Hugging Face's tokenizers. The model takes {@code input_ids} and, where
 * it declares them, {@code attention_mask} and {@code token_type_ids}, each of 64-bit integers,
 * texts by tokens; its first output holds texts by labels. Texts are cut after {@value
 * #MOST_TOKENS} tokens.
 */
public final class OnnxClassifier implements TextClassifier {
  private static final int MOST_TOKENS = 256;
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final List<String> KNOWN = List.of(IDS, MASK, TYPES);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final OutputLabels labels;

  private OnnxClassifier(
      OrtEnvironment environment,
      OrtSession session,
      HuggingFaceTokenizer tokenizer,
      OutputLabels labels) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
    this.labels = labels;
  }

  /**
   * Opens a model and tries it on one text.
   *
   * @param model an ONNX file of a text classifier
   * @param tokenizer its {@code tokenizer.json}; null for the one beside the model
   * @param labels what each output means: {@code negative, neutral} or {@code positive}, several
   *     may mean the same; empty for what {@code config.json} beside the model says, or these three
   *     where there is none
   * @throws UnusableModelException when a file is missing or does not fit, saying which
   */
  public static OnnxClassifier open(Path model, @Nullable Path tokenizer, List<String> labels)
      throws UnusableModelException {
    return open(model, tokenizer, labels, null);
  }

  /**
   * The same, its native parts unpacked in a folder of ours.
   *
   * @param natives a folder that only its owner can use; null for a fresh one
   */
  public static OnnxClassifier open(
      Path model, @Nullable Path tokenizer, List<String> labels, @Nullable Path natives)
      throws UnusableModelException {
    NativeFolder.choose(natives);
    requireFile("tone.model", model);
    Path words = tokenizer == null ? model.resolveSibling("tokenizer.json") : tokenizer;
    requireFile("tone.tokenizer", words);
    OutputLabels outputs = OutputLabels.of(labels, model);
    HuggingFaceTokenizer reader = tokenizer(words);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession session;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One mention at a time on one core: the analysis itself runs on all of them.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(model.toString(), options);
    } catch (OrtException e) {
      reader.close();
      throw UnusableModelException.of(e, "tone.model", "model.onnx", model, e.getMessage());
    }
    OnnxClassifier opened = new OnnxClassifier(environment, session, reader, outputs);
    try {
      opened.tryOut(model);
      return opened;
    } catch (UnusableModelException e) {
      opened.close();
      throw e;
    }
  }

  private static void requireFile(String key, Path file) throws UnusableModelException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw UnusableModelException.of(key, "model.missing", file);
    }
  }

  private static HuggingFaceTokenizer tokenizer(Path file) throws UnusableModelException {
    // Nobody is told that we use it.
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return HuggingFaceTokenizer.builder()
          .optTokenizerPath(file)
          .optMaxLength(MOST_TOKENS)
          .optTruncation(true)
          .optPadding(true)
          .build();
    } catch (IOException | RuntimeException e) {
      throw UnusableModelException.of(e, "tone.tokenizer", "model.tokenizer", file, e.getMessage());
    }
  }

  private void tryOut(Path model) throws UnusableModelException {
    for (String input : session.getInputNames()) {
      if (!KNOWN.contains(input)) {
        throw UnusableModelException.of(
            "tone.model", "model.input", model, input, String.join(", ", KNOWN));
      }
    }
    try {
      int outputs = logits(List.of("Bonjour"))[0].length;
      if (outputs != labels.size()) {
        throw UnusableModelException.of(
            "tone.model", "model.outputs", model, outputs, labels.size());
      }
    } catch (OrtException | RuntimeException e) {
      throw UnusableModelException.of(e, "tone.model", "model.fails", model, e.getMessage());
    }
  }

  @Override
  public double[][] probabilities(List<String> texts) {
    try {
      float[][] logits = logits(texts);
      double[][] all = new double[logits.length][];
      for (int i = 0; i < all.length; i++) {
        all[i] = labels.probabilities(logits[i]);
      }
      return all;
    } catch (OrtException e) {
      throw new IllegalStateException("the model fails on " + texts.size() + " texts", e);
    }
  }

  private float[][] logits(List<String> texts) throws OrtException {
    Encoding[] read = tokenizer.batchEncode(texts);
    long[][] ids = new long[read.length][];
    long[][] mask = new long[read.length][];
    long[][] types = new long[read.length][];
    for (int i = 0; i < read.length; i++) {
      ids[i] = read[i].getIds();
      mask[i] = read[i].getAttentionMask();
      types[i] = read[i].getTypeIds();
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        long[][] values = name.equals(IDS) ? ids : name.equals(MASK) ? mask : types;
        inputs.put(name, OnnxTensor.createTensor(environment, values));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        OnnxValue first = result.get(0);
        if (first.getValue() instanceof float[][] logits && logits.length == texts.size()) {
          return logits;
        }
        throw new IllegalStateException("its first output is no table of texts by labels");
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed", e);
    }
  }
}
