package ouidire.analysis.tone;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * French word vectors of 100 numbers, unit length, one byte a number: the words of CoreNLP's
 * dependency model that are made of letters. Used by training only: a model carries what it needs
 * of them.
 */
final class WordVectors {
  static final int DIMENSIONS = 100;
  static final String RESOURCE = "vectors-fr.bin.gz";
  private static final float SCALE = 1f / 127;

  private static final class Holder {
    static final WordVectors SHIPPED = load();
  }

  private final Map<String, byte[]> vectors = new HashMap<>();

  static WordVectors shipped() {
    return Holder.SHIPPED;
  }

  /** Its words, in no order. */
  Iterable<String> words() {
    return vectors.keySet();
  }

  /** Adds a word's vector times {@code by} to {@code sum}; false when the word has none. */
  boolean addTo(String word, double by, double[] sum) {
    byte[] vector = vectors.get(word);
    if (vector == null) {
      return false;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      sum[i] += by * vector[i] * SCALE;
    }
    return true;
  }

  /** Keeps one vector, scaled to unit length. */
  void put(String word, float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double length = Math.sqrt(square);
    byte[] bytes = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      bytes[i] = (byte) Math.round(Math.max(-1, Math.min(1, vector[i] / length * 2)) * 63.5);
    }
    vectors.put(word, bytes);
  }

  void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
      String[] words = vectors.keySet().toArray(String[]::new);
      java.util.Arrays.sort(words);
      data.writeInt(words.length);
      for (String word : words) {
        data.writeUTF(word);
        data.write(vectors.get(word));
      }
    }
  }

  private static WordVectors load() {
    try (InputStream in = WordVectors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
      }
      DataInputStream data =
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
      WordVectors read = new WordVectors();
      int count = data.readInt();
      for (int i = 0; i < count; i++) {
        String word = data.readUTF();
        byte[] vector = new byte[DIMENSIONS];
        data.readFully(vector);
        read.vectors.put(word, vector);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
