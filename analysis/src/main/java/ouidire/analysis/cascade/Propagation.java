package ouidire.analysis.cascade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.Address;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.StoryRelation;
import ouidire.core.story.RelayOrigin;
import ouidire.core.story.StoryReport.Milestones;
import ouidire.core.story.StoryReport.Size;
import ouidire.core.story.StoryReport.Speed;
import ouidire.core.story.StoryReport.Tree;

/**
 * How one story spreads, kept while its mentions arrive. Those that come late are put where they
 * belong in time; from whom they have the story is decided when they come.
 *
 * <p>Not safe for several threads.
 */
public final class Propagation {
  private static final int[] SOURCES = {2, 5, 10, 25, 50, 100, 250, 500, 1_000};
  private static final long HOUR = 3_600;
  private static final Pattern NAMED =
      Pattern.compile("(?:^|\\s)(?:RT|via|cc)\\s*:?\\s*@([\\w.-]{1,64})", Pattern.CASE_INSENSITIVE);

  /** One mention of the story. */
  record Node(
      int number,
      String id,
      @Nullable String author,
      String source,
      long seconds,
      long followers,
      boolean followersKnown,
      boolean press,
      RelayOrigin origin,
      String copies) {}

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Node> byAddress = new HashMap<>();
  private final Map<String, Node> latestOf = new HashMap<>();
  private final List<Node> inTime = new ArrayList<>();
  private final SpreadTree tree = new SpreadTree();
  private final Map<RelayOrigin, Integer> origins = new EnumMap<>(RelayOrigin.class);

  /** Adds a mention; nothing happens when it is there. */
  public void add(AnalysedMention seen) {
    Mention mention = seen.mention();
    if (nodes.containsKey(mention.id())) {
      return;
    }
    RelayOrigin origin = RelayOrigin.EVENT;
    Node parent = null;
    if (!nodes.isEmpty()) {
      Map.Entry<RelayOrigin, Node> found = origin(seen);
      origin = found.getKey();
      parent = found.getValue();
      origins.merge(origin, 1, Integer::sum);
    }
    Long followers = mention.author().followers();
    Node node =
        new Node(
            tree.add(parent == null ? -1 : parent.number(), followers == null ? 0 : followers),
            mention.id(),
            mention.author().key(),
            mention.source().kind() + ":" + mention.source().name(),
            mention.publishedAt().getEpochSecond(),
            followers == null ? 0 : followers,
            followers != null,
            isPress(mention),
            origin,
            seen.copiesId());
    nodes.put(node.id(), node);
    Address own = mention.url() == null ? null : Address.parse(mention.url());
    if (own != null) {
      byAddress.putIfAbsent(own.key(), node);
    }
    if (mention.author().handle() != null) {
      latestOf.put(account(mention.author().handle()), node);
    }
    int place = inTime.size();
    while (place > 0 && inTime.get(place - 1).seconds() > node.seconds()) {
      place--;
    }
    inTime.add(place, node);
  }

  private Map.Entry<RelayOrigin, Node> origin(AnalysedMention seen) {
    Mention mention = seen.mention();
    Node parent = mention.parent() == null ? null : nodes.get(mention.parent());
    if (parent == null && mention.thread() != null) {
      parent = nodes.get(mention.thread());
    }
    if (parent != null) {
      return Map.entry(RelayOrigin.SOURCE, parent);
    }
    for (String link : mention.links()) {
      Address address = Address.parse(link);
      Node target = address == null ? null : byAddress.get(address.key());
      if (target != null) {
        return Map.entry(RelayOrigin.LINK, target);
      }
    }
    Matcher named = NAMED.matcher(mention.text());
    if (named.find()) {
      Node by = latestOf.get(account(named.group(1)));
      if (by != null) {
        return Map.entry(RelayOrigin.NAME, by);
      }
    }
    boolean copy = seen.story() != null && seen.story().relation() == StoryRelation.COPY;
    Node first = copy ? nodes.get(seen.copiesId()) : null;
    if (first != null) {
      return Map.entry(RelayOrigin.COPY, first);
    }
    return Map.entry(RelayOrigin.EVENT, nodes.values().iterator().next());
  }

  private static String account(String handle) {
    return handle.toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isPress(Mention mention) {
    return mention.type() == MentionType.ARTICLE;
  }

  public int mentions() {
    return nodes.size();
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  SpreadTree tree() {
    return tree;
  }

  /** Seconds since 1970 of the first mention. */
  long firstSecond() {
    return inTime.getFirst().seconds();
  }

  long lastSecond() {
    return inTime.getLast().seconds();
  }

  Size size() {
    Map<String, Long> followers = new HashMap<>();
    long nameless = 0;
    for (Node node : inTime) {
      if (node.author() == null) {
        nameless += node.followers();
      } else if (node.followersKnown()) {
        followers.merge(node.author(), node.followers(), Math::max);
      }
    }
    long reach = nameless;
    for (long each : followers.values()) {
      reach += each;
    }
    return new Size(
        inTime.size(),
        inTime.stream().map(Node::copies).distinct().count(),
        inTime.stream().map(Node::source).distinct().count(),
        inTime.stream().map(Node::author).filter(a -> a != null).distinct().count(),
        reach,
        followers.size());
  }

  /** How many mentions there were at a second, that second included. */
  int countAt(long second) {
    int low = 0;
    int high = inTime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inTime.get(middle).seconds() <= second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Speed as of a second that is not before the last mention. */
  Speed speed(long second) {
    long age = Math.max(60, second - firstSecond());
    long window = Math.clamp(age / 2, 60, HOUR);
    int now = countAt(second);
    int recent = now - countAt(second - window);
    int before = countAt(second - window) - countAt(second - 2 * window);
    double hours = window / (double) HOUR;
    long reach = 0;
    for (int i = now - recent; i < now; i++) {
      reach += inTime.get(i).followers();
    }
    Long doubling = now < 2 ? null : second - inTime.get((now - 1) / 2).seconds();
    return new Speed(window, recent / hours, reach / hours, (recent - before) / hours, doubling);
  }

  Milestones milestones() {
    long first = firstSecond();
    Long half = inTime.size() < 2 ? null : inTime.get((inTime.size() - 1) / 2).seconds() - first;
    Map<Integer, Long> sources = new TreeMap<>();
    Map<String, Node> seen = new HashMap<>();
    Node press = null;
    int next = 0;
    for (Node node : inTime) {
      if (press == null && node.press()) {
        press = node;
      }
      if (seen.putIfAbsent(node.source(), node) == null
          && next < SOURCES.length
          && seen.size() == SOURCES[next]) {
        sources.put(SOURCES[next++], node.seconds() - first);
      }
    }
    return new Milestones(
        half,
        sources,
        press == null ? null : press.seconds() - first,
        press == null ? null : press.id());
  }

  Tree shape() {
    return new Tree(tree.depth(), tree.breadth(), tree.virality(), origins);
  }

  /** The story as the forecast reads it, up to a second. */
  Cascade cascade(String name, long second) {
    int seen = countAt(second);
    double[] seconds = new double[seen];
    double[] followers = new double[seen];
    for (int i = 0; i < seen; i++) {
      seconds[i] = inTime.get(i).seconds() - firstSecond();
      followers[i] = inTime.get(i).followers();
    }
    return new Cascade(name, seconds, followers);
  }

  Instant firstAt() {
    return Instant.ofEpochSecond(firstSecond());
  }

  List<Node> inTime() {
    return inTime;
  }
}
