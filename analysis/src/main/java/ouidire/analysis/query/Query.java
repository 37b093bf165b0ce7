package ouidire.analysis.query;

import java.util.List;
import ouidire.analysis.text.Address;
import ouidire.analysis.text.Measure;

/** A query, parsed: a condition on one mention. */
public sealed interface Query {
  /** All of them; two or more. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Any of them; two or more. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Query part) implements Query {}

  /** The place is somewhere in the title or the text. */
  record Find(Scope scope, Place place) implements Query {}

  /** The place is there so many times in title and text together, without overlap. */
  record AtLeast(int times, Scope scope, Place place) implements Query {}

  /**
   * One of {@link ouidire.analysis.text.MentionFacts#facts()}.
   *
   * @param name of the fact: {@code author, tag, site, linksite, lang, ...}
   * @param value folded as facts are
   * @param written the clause as it is printed
   */
  record Fact(String name, String value, String written) implements Query {
    /** The fact looked for. */
    public String key() {
      return ouidire.analysis.text.MentionFacts.cut(name + ":" + value);
    }
  }

  /** A fact of this name whose value follows a pattern, see {@link Place.Glob}. */
  record FactLike(String name, String pattern, String written) implements Query {}

  /** Its own address, or one it points at, is this one or continues it. */
  record AddressBelow(String name, Address address, String written) implements Query {}

  /** A measure between two values, both included; a mention without it does not match. */
  record Range(Measure measure, long low, long high, String written) implements Query {}

  /** A name for another query: a list of authors or sites, a habit from another tool. */
  record Named(String written, Query meaning) implements Query {}
}
