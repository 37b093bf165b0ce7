package ouidire.core.mention;

import java.util.List;

/**
 * A brand whose query a mention matches.
 *
 * @param brand the brand's id
 * @param spans where its terms stand, at most 32, in order; empty when only fields such as the
 *     author matched
 * @param tone the tone toward that brand
 */
public record BrandMatch(String brand, List<Span> spans, Tone tone) {
  public BrandMatch {
    spans = List.copyOf(spans);
  }
}
