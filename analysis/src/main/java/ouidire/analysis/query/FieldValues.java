package ouidire.analysis.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ouidire.analysis.text.Address;
import ouidire.analysis.text.Folding;
import ouidire.analysis.text.Measure;
import ouidire.analysis.text.MentionFacts;

/** Makes conditions of fields whose values are compared whole. */
final class FieldValues {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("post", "post"),
          Map.entry("publication", "post"),
          Map.entry("comment", "comment"),
          Map.entry("commentaire", "comment"),
          Map.entry("repost", "repost"),
          Map.entry("partage", "repost"),
          Map.entry("retweet", "repost"),
          Map.entry("article", "article"),
          Map.entry("video", "video"));
  private static final Map<String, String> TRAITS =
      Map.of(
          "link",
          "link",
          "links",
          "link",
          "lien",
          "link",
          "image",
          "image",
          "images",
          "image",
          "media",
          "image",
          "question",
          "question",
          "questions",
          "question");
  private static final Map<String, String> TONES =
      Map.ofEntries(
          Map.entry("neg", "negative"),
          Map.entry("negative", "negative"),
          Map.entry("negatif", "negative"),
          Map.entry("neu", "neutral"),
          Map.entry("neutral", "neutral"),
          Map.entry("neutre", "neutral"),
          Map.entry("pos", "positive"),
          Map.entry("positive", "positive"),
          Map.entry("positif", "positive"),
          Map.entry("unknown", "unknown"),
          Map.entry("inconnu", "unknown"));
  private static final Set<String> AUTHOR_CLASSES =
      Set.of("official", "press", "employee", "public");

  private final ZoneId zone;
  private final KnownLists lists;
  private final List<QueryWarning> warnings;

  FieldValues(ZoneId zone, KnownLists lists, List<QueryWarning> warnings) {
    this.zone = zone;
    this.lists = lists;
    this.warnings = warnings;
  }

  Query condition(Token field, String value, int position) {
    String name = field.text();
    if (value.isBlank()) {
      throw TermErrors.badValue(position, name, value, "une valeur", "a value");
    }
    if (value.length() > QueryLimits.MAX_OPERAND) {
      throw TermErrors.longPhrase(position);
    }
    return switch (name) {
      case "author" -> author(value, position);
      case "author_class" -> authorClass(value, position);
      case "list" -> list(value, position);
      case "site" -> site("site", "site", value, position);
      case "url" -> address("url", "site", "url", value, position);
      case "links" -> address("link", "linksite", "links", value, position);
      case "source" -> new Query.Fact("source", Folding.fold(value), "source:" + quoted(value));
      case "lang" -> language(value, position);
      case "country" -> country(value, position);
      case "region" -> region(value, position);
      case "type" -> word(name, value, TYPES, position);
      case "has" -> word(name, value, TRAITS, position);
      case "tone" -> tone(value, position);
      case "story" -> new Query.Fact("story", value, "story:" + quoted(value));
      case "thread" -> new Query.Fact("thread", value, "thread:" + quoted(value));
      case "after", "before" -> day(name, value, position);
      default -> measure(field, value, position);
    };
  }

  /** A value in quotes where it would not be read back as one word. */
  static String quoted(String value) {
    boolean plain = !value.isEmpty() && "<>=[".indexOf(value.charAt(0)) < 0;
    for (int i = 0; i < value.length() && plain; i++) {
      char c = value.charAt(i);
      plain = !Lexer.isBlank(c) && "()\"”“„«»".indexOf(c) < 0;
    }
    return plain ? value : "\"" + value + "\"";
  }

  private static Query author(String value, int position) {
    String bare = value.startsWith("@") ? value.substring(1) : value;
    String folded = Folding.fold(bare);
    if (folded.isEmpty()) {
      throw TermErrors.badValue(position, "author", value, "un nom", "a name");
    }
    if (folded.indexOf('*') >= 0 || folded.indexOf('?') >= 0) {
      TermReader.check(folded, value, position);
      return new Query.FactLike("author", folded, "author:" + quoted(folded));
    }
    return new Query.Fact("author", folded, "author:" + quoted(bare));
  }

  private Query authorClass(String value, int position) {
    String name = value.toLowerCase(Locale.ROOT);
    if (!AUTHOR_CLASSES.contains(name)) {
      throw TermErrors.badValue(
          position,
          "author_class",
          value,
          "official, press, employee ou public",
          "official, press, employee or public",
          "author_class:press");
    }
    Optional<MemberList> members = lists.authorClass(name);
    if (members.isEmpty()) {
      throw TermErrors.badValue(
          position,
          "author_class",
          value,
          "une classe dont la liste existe",
          "a class whose list exists",
          "list:" + name + " après l'avoir créée / once created");
    }
    return named("author_class:" + name, members.get(), position);
  }

  private Query list(String value, int position) {
    Optional<MemberList> members = lists.list(value);
    if (members.isEmpty()) {
      throw TermErrors.badValue(
          position, "list", value, "le nom d'une liste existante", "the name of an existing list");
    }
    return named("list:" + quoted(value), members.get(), position);
  }

  private static Query named(String written, MemberList members, int position) {
    List<Query> parts = new ArrayList<>();
    for (String author : new TreeSet<>(members.authors())) {
      String bare = author.startsWith("@") ? author.substring(1) : author;
      parts.add(new Query.Fact("author", Folding.fold(bare), "author:" + quoted(bare)));
    }
    for (String site : new TreeSet<>(members.sites())) {
      parts.add(site("site", "site", site, position));
    }
    if (parts.isEmpty()) {
      throw TermErrors.badValue(
          position,
          "list",
          written,
          "une liste avec au moins un membre",
          "a list with at least one member");
    }
    return new Query.Named(written, parts.size() == 1 ? parts.getFirst() : new Query.Or(parts));
  }

  private static Query site(String fact, String field, String value, int position) {
    Address address = Address.parse(value);
    if (address == null || value.indexOf('*') >= 0 || !address.path().isEmpty()) {
      throw TermErrors.badValue(
          position,
          field,
          value,
          "un domaine sans chemin (les sous-domaines sont compris)",
          "a domain without path (subdomains are included)",
          field + ":lapresse.ca");
    }
    return new Query.Fact(fact, address.host(), field + ":" + quoted(address.host()));
  }

  private static Query address(
      String fact, String hostFact, String field, String value, int position) {
    Address address = Address.parse(value);
    if (address == null || value.indexOf('*') >= 0 || address.host().indexOf('.') < 0) {
      throw TermErrors.badValue(
          position,
          field,
          value,
          "une adresse ou son début",
          "an address or its beginning",
          field + ":nordika.ca/offres");
    }
    if (address.path().isEmpty()) {
      return new Query.Fact(hostFact, address.host(), field + ":" + quoted(address.host()));
    }
    String written = field + ":" + quoted(address.host() + address.path());
    return new Query.AddressBelow(fact, address, written);
  }

  private static Query language(String value, int position) {
    String code = value.toLowerCase(Locale.ROOT);
    if (code.indexOf('-') > 0 || code.indexOf('_') > 0) {
      throw TermErrors.badValue(
          position,
          "lang",
          value,
          "une langue de deux ou trois lettres",
          "a language of two or three letters",
          "lang:" + code.split("[-_]")[0] + " region:" + value);
    }
    if (!isLetters(code, 2, 3)) {
      throw TermErrors.badValue(
          position,
          "lang",
          value,
          "une langue de deux ou trois lettres",
          "a language of two or three letters",
          "lang:fr");
    }
    return new Query.Fact("lang", code, "lang:" + code);
  }

  private static Query country(String value, int position) {
    String code = value.toLowerCase(Locale.ROOT);
    if (!isLetters(code, 2, 2)) {
      throw TermErrors.badValue(
          position,
          "country",
          value,
          "un pays de deux lettres",
          "a country of two letters",
          "country:CA");
    }
    return new Query.Fact("country", code, "country:" + code.toUpperCase(Locale.ROOT));
  }

  private static Query region(String value, int position) {
    String code = value.toLowerCase(Locale.ROOT).replace('_', '-');
    int hyphen = code.indexOf('-');
    if (hyphen < 0
        || !isLetters(code.substring(0, hyphen), 2, 3)
        || !isLetters(code.substring(hyphen + 1), 2, 3)) {
      throw TermErrors.badValue(
          position,
          "region",
          value,
          "une langue et un pays",
          "a language and a country",
          "region:fr-CA");
    }
    String country = code.substring(hyphen + 1).toUpperCase(Locale.ROOT);
    return new Query.Fact("region", code, "region:" + code.substring(0, hyphen) + "-" + country);
  }

  private static boolean isLetters(String code, int min, int max) {
    return code.length() >= min
        && code.length() <= max
        && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static Query word(String field, String value, Map<String, String> words, int position) {
    String word = words.get(Folding.fold(value));
    if (word == null) {
      String known = String.join(", ", new TreeSet<>(words.values()));
      throw TermErrors.badValue(position, field, value, known, known);
    }
    return new Query.Fact(field, word, field + ":" + word);
  }

  private Query tone(String value, int position) {
    if ("<>=[-+".indexOf(value.charAt(0)) >= 0
        || Character.isDigit(value.charAt(0))
        || value.contains(" TO ")) {
      return Ranges.read(Measure.TONE, "tone", value, position);
    }
    return word("tone", value, TONES, position);
  }

  private Query day(String name, String value, int position) {
    try {
      LocalDate day = LocalDate.parse(value.replace('/', '-'));
      if (day.getYear() < 1900 || day.getYear() > 2200) {
        throw badDay(name, value, position);
      }
      long start = MentionFacts.time(day.atStartOfDay(zone).toInstant());
      String written = name + ":" + day;
      return name.equals("after")
          ? new Query.Range(Measure.PUBLISHED, start, Long.MAX_VALUE, written)
          : new Query.Range(Measure.PUBLISHED, Long.MIN_VALUE, start - 1, written);
    } catch (DateTimeParseException e) {
      throw badDay(name, value, position);
    }
  }

  private static QueryException badDay(String name, String value, int position) {
    return TermErrors.badValue(
        position, name, value, "un jour AAAA-MM-JJ", "a day YYYY-MM-DD", name + ":2026-03-01");
  }

  private Query measure(Token field, String value, int position) {
    String name = field.text();
    Measure measure =
        switch (name) {
          case "likes" -> Measure.LIKES;
          case "comments" -> Measure.COMMENTS;
          case "shares" -> Measure.SHARES;
          case "engagement" -> Measure.ENGAGEMENT;
          case "followers", "reach" -> Measure.FOLLOWERS;
          default -> throw TermErrors.unknownField(field.position(), name);
        };
    if (name.equals("reach")) {
      warnings.add(QueryWarnings.reachIsFollowers(field.position()));
    }
    return Ranges.read(measure, name, value, position);
  }
}
