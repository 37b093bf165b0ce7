package ouidire.api.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import ouidire.core.brand.Brand;

/**
 * Whose mentions they are: for each brand its mentions over the sum of all brands' mentions. A
 * mention of two brands counts once for each, so the shares add up to 1.
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
  public record Part(Brand brand, long mentions, double share) {}

  /**
   * @param count mentions of a brand under the filter of the moment
   */
  public static ShareOfVoice of(List<Brand> brands, ToLongFunction<Brand> count) {
    long[] mentions = new long[brands.size()];
    long total = 0;
    for (int i = 0; i < mentions.length; i++) {
      mentions[i] = count.applyAsLong(brands.get(i));
      total += mentions[i];
    }
    List<Part> parts = new ArrayList<>(mentions.length);
    for (int i = 0; i < mentions.length; i++) {
      double share = total == 0 ? 0 : (double) mentions[i] / total;
      parts.add(new Part(brands.get(i), mentions[i], share));
    }
    parts.sort(
        (a, b) ->
            a.mentions() != b.mentions()
                ? Long.compare(b.mentions(), a.mentions())
                : a.brand().id().compareTo(b.brand().id()));
    return new ShareOfVoice(total, parts);
  }
}
