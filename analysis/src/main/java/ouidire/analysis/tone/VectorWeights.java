package ouidire.analysis.tone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** What each word's vector is worth to each output, baked: no vectors are needed to score. */
final class VectorWeights {
  final int outputs;
  private final int[] keys;
  private final float[] values;
  private final int mask;

  /**
   * @param keys hashes of words, see {@link Features#hash}
   * @param values {@code word * outputs + output}
   */
  VectorWeights(int outputs, int[] keys, float[] values) {
    this.outputs = outputs;
    int capacity = Integer.highestOneBit(Math.max(2, keys.length) * 4 - 1);
    mask = capacity - 1;
    this.keys = new int[capacity];
    this.values = new float[capacity * outputs];
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      this.keys[slot] = keys[i];
      System.arraycopy(values, i * outputs, this.values, slot * outputs, outputs);
    }
  }

  /** The slot of a word by its form, else by its plain form; -1 when it has none. */
  int find(Word word) {
    int slot = slot(word.key);
    if (keys[slot] == word.key) {
      return slot;
    }
    slot = slot(word.plainKey);
    return keys[slot] == word.plainKey ? slot : -1;
  }

  float value(int slot, int output) {
    return values[slot * outputs + output];
  }

  void write(DataOutputStream out) throws IOException {
    int[] used = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    float most = 1e-9f;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    float scale = most / Short.MAX_VALUE;
    out.writeInt(used.length);
    out.writeFloat(scale);
    for (int key : used) {
      out.writeInt(key);
      int slot = slot(key);
      for (int k = 0; k < outputs; k++) {
        out.writeShort(Math.round(value(slot, k) / scale));
      }
    }
  }

  static VectorWeights read(DataInputStream in, int outputs) throws IOException {
    int count = in.readInt();
    float scale = in.readFloat();
    int[] keys = new int[count];
    float[] values = new float[count * outputs];
    for (int i = 0; i < count; i++) {
      keys[i] = in.readInt();
      for (int k = 0; k < outputs; k++) {
        values[i * outputs + k] = in.readShort() * scale;
      }
    }
    return new VectorWeights(outputs, keys, values);
  }

  private int slot(int key) {
    int slot = (key * 0x9E3779B1 >>> 7) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
