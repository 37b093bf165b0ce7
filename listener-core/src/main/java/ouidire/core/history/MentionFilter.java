package ouidire.core.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.ToneLabel;

/**
 * Which mentions: all conditions hold together, an empty set or null asks nothing. Every number of
 * the dashboard is a count under a filter, so the same filter opens exactly its mentions.
 *
 * @param query in the query language
 * @param brands ids of brands, any of which matches
 * @param from first publication time, inclusive
 * @param to last publication time, exclusive
 * @param tones of the whole mention, or toward the brand when {@code brands} names exactly one
 * @param sources kinds ({@code rss}) or kind and name ({@code rss:Le Quotidien})
 * @param authors author keys ({@link ouidire.core.mention.Author#key()})
 * @param languages ISO 639-1
 * @param types kinds of item
 * @param domains hosts that an outgoing link points to, without {@code www.}
 * @param links whole outgoing addresses
 * @param hashtags without {@code #}, blind to case and accents
 * @param kinds kinds of remark ({@code question, complaint...})
 * @param flags a moderator's flags ({@code threat...})
 * @param aspects what of a brand is spoken about: {@code price}, or with its tone {@code
 *     price:negative}
 * @param stories ids of stories ({@link ouidire.core.mention.AnalysedMention#storyId()})
 * @param copies ids of groups of copies ({@link ouidire.core.mention.AnalysedMention#copiesId()})
 */
public record MentionFilter(
    @Nullable String query,
    Set<String> brands,
    @Nullable Instant from,
    @Nullable Instant to,
    Set<ToneLabel> tones,
    Set<String> sources,
    Set<String> authors,
    Set<String> languages,
    Set<MentionType> types,
    Set<String> domains,
    Set<String> links,
    Set<String> hashtags,
    Set<String> kinds,
    Set<String> flags,
    Set<String> aspects,
    Set<String> stories,
    Set<String> copies) {
  public static final MentionFilter ALL =
      new MentionFilter(
          null, Set.of(), null, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public MentionFilter {
    brands = Set.copyOf(brands);
    tones = Set.copyOf(tones);
    sources = Set.copyOf(sources);
    authors = Set.copyOf(authors);
    languages = Set.copyOf(languages);
    types = Set.copyOf(types);
    domains = Set.copyOf(domains);
    links = Set.copyOf(links);
    hashtags = Set.copyOf(hashtags);
    kinds = Set.copyOf(kinds);
    flags = Set.copyOf(flags);
    aspects = Set.copyOf(aspects);
    stories = Set.copyOf(stories);
    copies = Set.copyOf(copies);
  }

  public MentionFilter withQuery(@Nullable String value) {
    return new MentionFilter(
        value, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withBrands(Set<String> value) {
    return new MentionFilter(
        query, value, from, to, tones, sources, authors, languages, types, domains, links, hashtags,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withPeriod(@Nullable Instant first, @Nullable Instant end) {
    return new MentionFilter(
        query, brands, first, end, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withTones(Set<ToneLabel> value) {
    return new MentionFilter(
        query, brands, from, to, value, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withSources(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, value, authors, languages, types, domains, links, hashtags,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withAuthors(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, value, languages, types, domains, links, hashtags,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withLanguages(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, value, types, domains, links, hashtags,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withTypes(Set<MentionType> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, value, domains, links,
        hashtags, kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withDomains(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, value, links, hashtags,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withLinks(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, value,
        hashtags, kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withHashtags(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links, value,
        kinds, flags, aspects, stories, copies);
  }

  public MentionFilter withKinds(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, value, flags, aspects, stories, copies);
  }

  public MentionFilter withFlags(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, value, aspects, stories, copies);
  }

  public MentionFilter withAspects(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, value, stories, copies);
  }

  public MentionFilter withStories(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, aspects, value, copies);
  }

  public MentionFilter withCopies(Set<String> value) {
    return new MentionFilter(
        query, brands, from, to, tones, sources, authors, languages, types, domains, links,
        hashtags, kinds, flags, aspects, stories, value);
  }
}
