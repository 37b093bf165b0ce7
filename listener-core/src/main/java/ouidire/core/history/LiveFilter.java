package ouidire.core.history;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Finding;
import ouidire.core.mention.ToneLabel;

/**
 * A {@link MentionFilter} applied to one mention at hand, for those who see mentions pass rather
 * than search for them. It says yes to exactly the mentions that {@link MentionHistory} would find
 * under the same filter.
 */
public final class LiveFilter {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private LiveFilter() {}

  /**
   * Compiles a filter once, to be asked for many mentions.
   *
   * @param queries compiles a query of the query language; called at most once, here
   * @throws InvalidQueryException from {@code queries}
   */
  public static Predicate<AnalysedMention> of(
      MentionFilter filter, Function<String, Predicate<AnalysedMention>> queries) {
    List<Predicate<AnalysedMention>> conditions = new ArrayList<>();
    Instant from = filter.from();
    if (from != null) {
      conditions.add(seen -> !seen.mention().publishedAt().isBefore(from));
    }
    Instant to = filter.to();
    if (to != null) {
      conditions.add(seen -> seen.mention().publishedAt().isBefore(to));
    }
    anyOf(
        conditions,
        filter.brands(),
        seen -> seen.matches().stream().map(BrandMatch::brand).toList());
    anyOf(conditions, filter.tones(), seen -> List.of(tone(filter, seen)));
    anyOf(
        conditions,
        filter.sources(),
        seen -> {
          String kind = seen.mention().source().kind();
          return List.of(kind, kind + ":" + seen.mention().source().name());
        });
    anyOf(conditions, filter.authors(), seen -> orNone(seen.mention().author().key()));
    anyOf(conditions, filter.languages(), seen -> List.of(seen.language()));
    anyOf(conditions, filter.types(), seen -> List.of(seen.mention().type()));
    anyOf(conditions, filter.domains(), seen -> domains(seen.mention().links()));
    anyOf(conditions, filter.links(), seen -> seen.mention().links());
    anyOf(
        conditions,
        folded(filter.hashtags()),
        seen -> seen.mention().hashtags().stream().map(LiveFilter::folded).toList());
    anyOf(conditions, filter.kinds(), seen -> names(seen.kinds()));
    anyOf(conditions, filter.flags(), seen -> names(seen.flags()));
    anyOf(conditions, filter.aspects(), seen -> Aspect.values(seen.aspects()));
    anyOf(conditions, filter.stories(), seen -> List.of(seen.storyId()));
    anyOf(conditions, filter.copies(), seen -> List.of(seen.copiesId()));
    String query = filter.query();
    if (query != null && !query.isBlank()) {
      conditions.add(queries.apply(query));
    }
    List<Predicate<AnalysedMention>> all = List.copyOf(conditions);
    return seen -> {
      for (Predicate<AnalysedMention> condition : all) {
        if (!condition.test(seen)) {
          return false;
        }
      }
      return true;
    };
  }

  /**
   * The tone the filter speaks of: toward its brand when it names exactly one, else the whole's.
   */
  public static ToneLabel tone(MentionFilter filter, AnalysedMention seen) {
    if (filter.brands().size() == 1) {
      for (BrandMatch match : seen.matches()) {
        if (filter.brands().contains(match.brand())) {
          return match.tone().label();
        }
      }
    }
    return seen.tone().label();
  }

  /** Hosts of links, lower case, without {@code www.}; a link that is no address has none. */
  public static List<String> domains(Collection<String> links) {
    List<String> hosts = new ArrayList<>(links.size());
    for (String link : links) {
      String host = host(link);
      if (host != null && !hosts.contains(host)) {
        hosts.add(host);
      }
    }
    return hosts;
  }

  /** A hashtag blind to case and accents, without {@code #}. */
  public static String folded(String hashtag) {
    String plain = hashtag.startsWith("#") ? hashtag.substring(1) : hashtag;
    return MARKS
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static Set<String> folded(Set<String> hashtags) {
    return hashtags.stream().map(LiveFilter::folded).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> void anyOf(
      List<Predicate<AnalysedMention>> conditions,
      Set<T> wanted,
      Function<AnalysedMention, Collection<T>> values) {
    if (!wanted.isEmpty()) {
      conditions.add(
          seen -> {
            for (T value : values.apply(seen)) {
              if (wanted.contains(value)) {
                return true;
              }
            }
            return false;
          });
    }
  }

  private static List<String> names(List<Finding> findings) {
    return findings.stream().map(Finding::name).toList();
  }

  private static List<String> orNone(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static @Nullable String host(String link) {
    try {
      String host = new URI(link).getHost();
      if (host == null) {
        return null;
      }
      String lower = host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
