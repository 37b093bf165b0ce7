package ouidire.core.source;

import java.util.List;

/** Every source and how it is doing, now. */
public interface SourceDirectory {
  List<SourceStatus> sources();
}
