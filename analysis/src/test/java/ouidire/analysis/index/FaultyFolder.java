package ouidire.analysis.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A disk in memory that can be full, fail at random, and lose power: what was not synced is then
 * lost, cut or garbage.
 */
final class FaultyFolder extends IndexFolder {
  private final Random random;
  private Directory disk = new ByteBuffersDirectory();
  private final Set<String> unsynced = ConcurrentHashMap.newKeySet();
  private volatile double failureRate;
  private volatile boolean full;
  private volatile int life;

  FaultyFolder(long seed) {
    super(Path.of("disk"));
    random = new Random(seed);
  }

  /** Every write fails until there is room again. */
  void full(boolean value) {
    full = value;
  }

  /** Writes fail with this probability. */
  void failing(double rate) {
    failureRate = rate;
  }

  /**
   * Cuts the power: those who had the disk open can do nothing more, and what was unsynced is
   * spoilt.
   */
  void cutPower() throws IOException {
    life++;
    Directory after = new ByteBuffersDirectory();
    for (String name : disk.listAll()) {
      if (unsynced.contains(name)) {
        spoil(name, after);
      } else if (!name.equals("write.lock")) {
        after.copyFrom(disk, name, name, IOContext.DEFAULT);
      }
    }
    unsynced.clear();
    disk = after;
  }

  private void spoil(String name, Directory after) throws IOException {
    int fate = random.nextInt(3);
    if (fate == 0) {
      return;
    }
    // A file that is still being written cannot be read here; it counts as lost.
    try (IndexInput in = disk.openInput(name, IOContext.DEFAULT);
        IndexOutput out = after.createOutput(name, IOContext.DEFAULT)) {
      long length = in.length() == 0 ? 0 : random.nextLong(in.length());
      for (long i = 0; i < length; i++) {
        byte kept = in.readByte();
        out.writeByte(fate == 1 ? kept : (byte) random.nextInt());
      }
    } catch (AccessDeniedException e) {
      return;
    }
  }

  @Override
  Directory open() {
    return new Life(disk, life);
  }

  @Override
  void setAside(Throwable reason) {
    disk = new ByteBuffersDirectory();
    unsynced.clear();
  }

  /** The disk from one power-on to the next cut. */
  private final class Life extends FilterDirectory {
    private final int born;

    Life(Directory in, int born) {
      super(in);
      this.born = born;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      check();
      unsynced.add(name);
      return new Output(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      check();
      IndexOutput out = super.createTempOutput(prefix, suffix, context);
      unsynced.add(out.getName());
      return new Output(out);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      check();
      unsynced.removeAll(new HashSet<>(names));
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      check();
      super.rename(source, dest);
      if (unsynced.remove(source)) {
        unsynced.add(dest);
      }
    }

    @Override
    public void deleteFile(String name) throws IOException {
      dead();
      super.deleteFile(name);
      unsynced.remove(name);
    }

    @Override
    public void close() {}

    private void check() throws IOException {
      dead();
      if (full) {
        throw new IOException("No space left on device");
      }
      if (failureRate > 0 && random.nextDouble() < failureRate) {
        throw new IOException("Input/output error");
      }
    }

    private void dead() throws IOException {
      if (born != life) {
        throw new IOException("the power was cut");
      }
    }

    private final class Output extends FilterIndexOutput {
      Output(IndexOutput out) {
        super("faulty " + out.getName(), out.getName(), out);
      }

      @Override
      public void writeBytes(byte[] b, int offset, int length) throws IOException {
        check();
        super.writeBytes(b, offset, length);
      }
    }
  }

  /** The directory as it is now, for looking at. */
  Directory disk() {
    return disk;
  }
}
