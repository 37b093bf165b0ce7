package ouidire.api.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import ouidire.core.brand.Brand;

/**
 * Whose mentions they are: for each brand its mentions (or stories, or sources) over the sum of all
 * brands'. One of two brands counts once for each, so the shares add up to 1.
 *
 * @param total the sum over brands
 * @param brands most mentioned first, ties by id
 */
public record ShareOfVoice(long total, List<Part> brands) {
  public ShareOfVoice {
    brands = List.copyOf(brands);
  }

  /**
   * One brand's part.
   *
   * @param share in [0, 1]; 0 when nobody is mentioned
   */
  public record Part(Brand brand, long count, double share) {}

  /**
   * @param count how many there are of a brand under the filter of the moment
   */
  public static ShareOfVoice of(List<Brand> brands, ToLongFunction<Brand> count) {
    long[] counts = new long[brands.size()];
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count.applyAsLong(brands.get(i));
      total += counts[i];
    }
    List<Part> parts = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      double share = total == 0 ? 0 : (double) counts[i] / total;
      parts.add(new Part(brands.get(i), counts[i], share));
    }
    parts.sort(
        (a, b) ->
            a.count() != b.count()
                ? Long.compare(b.count(), a.count())
                : a.brand().id().compareTo(b.brand().id()));
    return new ShareOfVoice(total, parts);
  }
}
