package ouidire.analysis.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ouidire.analysis.query.Place;
import ouidire.analysis.query.Query;
import ouidire.analysis.text.Address;

/**
 * What a mention must have one of to match a query: leaves and facts that few mentions have. Chosen
 * once per query, so that a mention meets only the queries it may match.
 *
 * @param leaves at one of which the query is asked
 * @param facts likewise
 * @param expected how many of a million mentions have one; an estimate
 */
record Cover(List<Place> leaves, List<String> facts, long expected) {
  /** Estimates how many of a million mentions have a leaf. */
  interface Weigher {
    /**
     * @param guess by the looks of its words
     */
    long expected(Place leaf, long guess);
  }

  /** Nothing that mentions must have: such a query is asked of every mention. */
  static final Cover NONE = new Cover(List.of(), List.of(), 1_000_000);

  private static final Set<String> COMMON =
      Set.of(
          "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour",
          "qui", "a", "dans", "par", "plus", "pas", "au", "sur", "ne", "se", "ce", "il", "sont",
          "on", "avec", "son", "je", "mais", "vous", "nous", "tu", "ils", "elle", "tout", "bien",
          "fait", "cette", "ca", "aux", "ou", "si", "comme", "leur", "tres", "mon", "ma", "me",
          "ont", "ces", "sa", "ses", "etre", "avoir", "the", "to", "and", "of", "is", "in");

  /**
   * The cover of a query.
   *
   * @param weigher how many of a million mentions have a leaf
   */
  static Cover of(Query query, Weigher weigher) {
    return switch (query) {
      case Query.And(List<Query> parts) -> {
        Cover best = NONE;
        for (Query part : parts) {
          best = rarer(best, of(part, weigher));
        }
        yield best;
      }
      case Query.Or(List<Query> parts) -> {
        List<Cover> covers = parts.stream().map(part -> of(part, weigher)).toList();
        yield any(covers);
      }
      case Query.Not _, Query.Range _ -> NONE;
      case Query.Find find -> of(find.place(), weigher);
      case Query.AtLeast atLeast -> of(atLeast.place(), weigher);
      case Query.Fact fact -> new Cover(List.of(), List.of(fact.key()), expected(fact.name()));
      case Query.FactLike _ -> NONE;
      case Query.AddressBelow below -> of(below);
      case Query.Named named -> of(named.meaning(), weigher);
    };
  }

  private static Cover of(Query.AddressBelow below) {
    Address address = below.address();
    String site = below.name().equals("url") ? "site:" : "linksite:";
    return new Cover(List.of(), List.of(site + address.host()), 100);
  }

  private static Cover of(Place place, Weigher weigher) {
    return switch (place) {
      case Place.Term term -> leaf(place, expectedTerm(term.term()), weigher);
      case Place.Glob glob -> leaf(place, 200L * Math.max(1, 8 - glob.pattern().length()), weigher);
      case Place.Stem stem -> leaf(place, 2 * expectedTerm(stem.stem()), weigher);
      case Place.Raw raw -> {
        Cover best = NONE;
        for (String term : raw.terms()) {
          best = rarer(best, of(new Place.Term(term, term), weigher));
        }
        yield best;
      }
      case Place.Phrase phrase -> rarest(phrase.parts(), weigher);
      case Place.Within within -> rarest(within.parts(), weigher);
      case Place.Near near -> rarest(List.of(near.left(), near.right()), weigher);
      case Place.SameSentence same -> rarest(List.of(same.left(), same.right()), weigher);
      case Place.Either(List<Place> options) ->
          any(options.stream().map(option -> of(option, weigher)).toList());
    };
  }

  private static Cover leaf(Place place, long expected, Weigher weigher) {
    return new Cover(List.of(place), List.of(), weigher.expected(place, expected));
  }

  private static Cover rarest(List<Place> parts, Weigher weigher) {
    Cover best = NONE;
    for (Place part : parts) {
      best = rarer(best, of(part, weigher));
    }
    return best;
  }

  private static Cover rarer(Cover one, Cover other) {
    return other.expected < one.expected ? other : one;
  }

  private static Cover any(List<Cover> covers) {
    List<Place> leaves = new ArrayList<>();
    List<String> facts = new ArrayList<>();
    long expected = 0;
    for (Cover cover : covers) {
      if (cover.isNone()) {
        return NONE;
      }
      leaves.addAll(cover.leaves);
      facts.addAll(cover.facts);
      expected += cover.expected;
    }
    // Many rare things are still better than all mentions.
    return new Cover(leaves, facts, Math.min(expected, 999_999));
  }

  boolean isNone() {
    return leaves.isEmpty() && facts.isEmpty();
  }

  private static long expected(String fact) {
    return switch (fact) {
      case "lang", "type", "tone", "has", "source", "country", "region" -> 400_000;
      default -> 50;
    };
  }

  /** Short words and function words are in many mentions, long ones in few. */
  private static long expectedTerm(String term) {
    if (COMMON.contains(term)) {
      return 300_000;
    }
    return switch (term.length()) {
      case 1 -> 50_000;
      case 2 -> 20_000;
      case 3 -> 5_000;
      case 4 -> 2_000;
      case 5 -> 1_000;
      case 6, 7 -> 500;
      default -> 200;
    };
  }
}
