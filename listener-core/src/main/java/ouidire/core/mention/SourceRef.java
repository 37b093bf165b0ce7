package ouidire.core.mention;

/**
 * Where a mention was collected.
 *
 * @param kind the adapter's kind: {@code rss, mastodon, bluesky, reddit, youtube, webhook, import}
 *     or a connector's own lower-case word
 * @param name the feed, instance, account or file that people know it by
 */
public record SourceRef(String kind, String name) {
  public SourceRef {
    name = PlainText.of(name);
  }
}
