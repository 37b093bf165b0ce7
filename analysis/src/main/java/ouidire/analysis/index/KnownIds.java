package ouidire.analysis.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Tells ids that are surely not in the index from those that may be: a Bloom filter that grows
 * (Almeida et al., "Scalable Bloom Filters", 2007). 16 bits an id, about 1 in 400 new ones taken
 * for known; those cost a needless deletion, never a wrong answer.
 */
final class KnownIds {
  private static final int BITS_PER_ID = 16;
  private static final int PROBES = 7;
  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int MAX_CAPACITY = 1 << 26;

  private final List<long[]> layers = new ArrayList<>();
  private int capacity = FIRST_CAPACITY;
  private int room;

  /** Adds an id; whether it may have been there before. */
  boolean add(BytesRef id) {
    long[] hash = StringHelper.murmurhash3_x64_128(id);
    for (long[] layer : layers) {
      if (contains(layer, hash)) {
        return true;
      }
    }
    if (room == 0) {
      grow();
    }
    room--;
    long[] newest = layers.getLast();
    long probe = hash[0];
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(newest, probe);
      newest[bit >>> 6] |= 1L << bit;
      probe += hash[1];
    }
    return false;
  }

  private void grow() {
    if (!layers.isEmpty()) {
      capacity = Math.min(2 * capacity, MAX_CAPACITY);
    }
    layers.add(new long[capacity / (Long.SIZE / BITS_PER_ID)]);
    room = capacity;
  }

  private static boolean contains(long[] layer, long[] hash) {
    long probe = hash[0];
    for (int i = 0; i < PROBES; i++) {
      int bit = bit(layer, probe);
      if ((layer[bit >>> 6] & (1L << bit)) == 0) {
        return false;
      }
      probe += hash[1];
    }
    return true;
  }

  /** A layer has a power of two of bits, at most 2^30. */
  private static int bit(long[] layer, long probe) {
    return (int) (probe >>> 17) & (layer.length * Long.SIZE - 1);
  }
}
