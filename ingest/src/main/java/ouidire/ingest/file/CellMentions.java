package ouidire.ingest.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.ingest.feed.HtmlText;

/** Makes mentions of rows in other tools' columns. */
final class CellMentions {
  private static final String KIND = "import";
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;|\\[\\]'\"]+");
  private static final Pattern TAG = Pattern.compile("#([\\p{L}\\p{N}\\p{M}_]+)");

  private final @Nullable String givenSource;
  private final String foundSource;
  private final DateReader dates;
  private final ImportedIds ids;
  private final boolean html;
  private final Instant now;

  /**
   * @param givenSource the caller's name for the source
   * @param foundSource its name where neither caller nor row say one
   * @param html whether texts are HTML: they are kept as people read them
   */
  CellMentions(
      @Nullable String givenSource,
      String foundSource,
      DateReader dates,
      ImportedIds ids,
      boolean html,
      Instant now) {
    this.givenSource = givenSource;
    this.foundSource = foundSource;
    this.dates = dates;
    this.ids = ids;
    this.html = html;
    this.now = now;
  }

  /**
   * @throws InvalidMentionException when text and title, or the date, are missing or unreadable
   */
  Mention read(Cells cells) {
    String written = cells.get(MentionColumn.TEXT);
    String text = words(html && written != null ? HtmlText.readable(written) : written);
    String title = words(cells.get(MentionColumn.TITLE));
    if (text == null && title == null) {
      throw new InvalidMentionException(
          "text", "est vide ; donnez un texte ou un titre", "is empty; give a text or a title");
    }
    if (title != null && title.equals(text)) {
      title = null;
    }
    Instant published = published(cells);
    String source = givenSource != null ? givenSource : line(cells.get(MentionColumn.SOURCE));
    String language = Languages.code(cells.get(MentionColumn.LANGUAGE));
    String url = url(cells.get(MentionColumn.URL));
    Author author = author(cells);
    String content = title == null ? text : text == null ? title : title + "\n" + text;
    String id =
        ids.of(source, line(cells.get(MentionColumn.ID)), url, author.key(), published, content);
    return new Mention(
        id,
        new SourceRef(KIND, source == null ? foundSource : source),
        url,
        author,
        published,
        now,
        language,
        Languages.region(language, line(cells.get(MentionColumn.REGION))),
        type(cells.get(MentionColumn.TYPE)),
        title,
        text == null ? "" : text,
        html && written != null && cells.get(MentionColumn.LINKS) == null
            ? HtmlText.links(written)
            : links(cells.get(MentionColumn.LINKS)),
        hashtags(cells.get(MentionColumn.HASHTAGS), text),
        new Engagement(
            Numbers.count(cells.get(MentionColumn.LIKES)),
            Numbers.count(cells.get(MentionColumn.COMMENTS)),
            Numbers.count(cells.get(MentionColumn.SHARES))),
        ids.ofOther(source, line(cells.get(MentionColumn.PARENT))),
        ids.ofOther(source, line(cells.get(MentionColumn.THREAD))));
  }

  private Instant published(Cells cells) {
    String date = line(cells.get(MentionColumn.DATE));
    if (date == null) {
      throw new InvalidMentionException(
          "publishedAt", "manque ; donnez une date", "is missing; give a date");
    }
    String time = line(cells.get(MentionColumn.TIME));
    if (time != null) {
      Instant both = dates.readOrNull(date + " " + time);
      if (both != null) {
        return both;
      }
    }
    return dates.read(date);
  }

  private Author author(Cells cells) {
    String name = line(cells.get(MentionColumn.AUTHOR));
    String handle = handle(line(cells.get(MentionColumn.HANDLE)));
    if (name != null && name.startsWith("@")) {
      handle = handle == null ? handle(name) : handle;
      name = null;
    }
    Long followers = Numbers.count(cells.get(MentionColumn.FOLLOWERS));
    String opened = line(cells.get(MentionColumn.ACCOUNT_CREATED));
    return new Author(handle, name, followers, opened == null ? null : dates.readOrNull(opened));
  }

  private static @Nullable String handle(@Nullable String value) {
    String plain = value != null && value.startsWith("@") ? value.substring(1).strip() : value;
    return plain == null || plain.isEmpty() ? null : plain;
  }

  private static @Nullable String url(@Nullable String value) {
    String url = line(value);
    return url == null || url.indexOf('.') < 0 && url.indexOf(':') < 0 ? null : url;
  }

  private static MentionType type(@Nullable String value) {
    String word = value == null ? "" : ColumnMapping.folded(value);
    return switch (word) {
      case "comment", "commentaire", "reply", "reponse", "answer", "comments" ->
          MentionType.COMMENT;
      case "repost", "retweet", "rt", "share", "partage", "reblog", "retweeted" ->
          MentionType.REPOST;
      case "article", "news", "blog", "blogpost", "actualite", "presse", "web", "press" ->
          MentionType.ARTICLE;
      case "video", "youtube", "reel", "short" -> MentionType.VIDEO;
      default -> MentionType.POST;
    };
  }

  private static List<String> links(@Nullable String value) {
    List<String> links = new ArrayList<>(2);
    for (String link : value == null ? new String[0] : BETWEEN.split(value)) {
      String lower = link.toLowerCase(Locale.ROOT);
      if (lower.startsWith("http://") || lower.startsWith("https://")) {
        links.add(link);
      }
    }
    return links;
  }

  /** Those of the column; those of the text when there is none. */
  private static List<String> hashtags(@Nullable String value, @Nullable String text) {
    List<String> tags = new ArrayList<>(2);
    if (value != null) {
      for (String tag : BETWEEN.split(value)) {
        String plain = tag.startsWith("#") ? tag.substring(1) : tag;
        if (!plain.isEmpty()) {
          tags.add(plain);
        }
      }
    } else if (text != null && text.indexOf('#') >= 0) {
      TAG.matcher(text).results().limit(100).forEach(found -> tags.add(found.group(1)));
    }
    return tags;
  }

  /** A text as people wrote it, without the quote that spreadsheets need before a formula. */
  private static @Nullable String words(@Nullable String value) {
    String text = value == null ? null : value.strip();
    return text == null || text.isEmpty() ? null : MentionCsv.unguarded(text);
  }

  private static @Nullable String line(@Nullable String value) {
    return words(value);
  }
}
