package ouidire.analysis.index;

import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;

/**
 * Where a dimension's values are.
 *
 * @param name field with sorted doc values
 * @param prefix what values must begin with to count, and what is cut off them
 */
record DimensionField(String name, String prefix) {
  static DimensionField of(Dimension dimension, MentionFilter filter) {
    return switch (dimension) {
      case BRAND -> whole(Fields.BRAND);
      case TONE ->
          filter.brands().size() == 1
              ? new DimensionField(Fields.BRAND_TONE, filter.brands().iterator().next() + "/")
              : whole(Fields.TONE);
      case SOURCE -> whole(Fields.SOURCE);
      case SOURCE_KIND -> whole(Fields.SOURCE_KIND);
      case AUTHOR -> whole(Fields.AUTHOR);
      case LANGUAGE -> whole(Fields.LANGUAGE);
      case TYPE -> whole(Fields.TYPE);
      case HASHTAG -> whole(Fields.HASHTAG);
      case LINK -> whole(Fields.LINK);
      case DOMAIN -> whole(Fields.DOMAIN);
      case KIND -> whole(Fields.KIND);
      case STORY -> whole(Fields.STORY);
      case COPIES -> whole(Fields.COPIES);
      case ASPECT -> whole(Fields.ASPECT);
      case FLAG -> whole(Fields.FLAG);
    };
  }

  private static DimensionField whole(String name) {
    return new DimensionField(name, "");
  }
}
