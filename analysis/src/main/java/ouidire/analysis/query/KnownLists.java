package ouidire.analysis.query;

import java.util.Optional;

/**
 * The lists that queries name: {@code list:journalistes}, {@code author_class:press}.
 *
 * <p>A list's members are asked for when a query is parsed.
 */
public interface KnownLists {
  /** No lists at all. */
  KnownLists NONE =
      new KnownLists() {
        @Override
        public Optional<MemberList> list(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<MemberList> authorClass(String name) {
          return Optional.empty();
        }
      };

  /** A list of authors or of sites, by its name. */
  Optional<MemberList> list(String name);

  /** The authors of a class: {@code official, press, employee, public}. */
  Optional<MemberList> authorClass(String name);
}
