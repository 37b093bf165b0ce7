package ouidire.analysis.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.StoryPlace;
import ouidire.core.mention.StoryReason;
import ouidire.core.mention.StoryRelation;

/**
 * Puts each mention into its story as it arrives: with those that have its text, and with those
 * that speak of the same event in other words. It knows only what came before, remembers a fixed
 * number of mentions, and gives the same answers for the same mentions in the same order.
 *
 * <p>Used by one thread; {@link StoryReader} does on any thread what needs no memory.
 */
public final class StoryGrouper {
  /** Mentions remembered in the service. */
  public static final int USUAL_WINDOW = 100_000;

  /** What was not spoken of for so long is over; the same text then begins a new story. */
  static final Duration SILENCE = Duration.ofDays(7);

  private static final StoryRelation[] RELATIONS = StoryRelation.values();
  private static final StoryReason[] REASONS = StoryReason.values();

  private final int window;
  private final KnownMentions known;
  private final CopyStage copies;
  private final EventStage events;

  /**
   * @param window mentions remembered, 16 or more; about 600 bytes each
   */
  public StoryGrouper(int window) {
    if (window < 16) {
      throw new IllegalArgumentException("window: " + window + "; give 16 or more");
    }
    this.window = window;
    known = new KnownMentions(window);
    copies = new CopyStage(window);
    events = new EventStage(window);
  }

  /** How many mentions it remembers. */
  public int window() {
    return window;
  }

  /** Whether a mention was placed or recalled, and is remembered. */
  public boolean knows(String id) {
    return known.find(id) >= 0;
  }

  static int powerOfTwo(long atLeast) {
    return Integer.highestOneBit((int) Math.min(1 << 30, Math.max(64, atLeast) * 2 - 1));
  }

  static boolean near(long seconds, long last) {
    return Math.abs(seconds - last) <= SILENCE.toSeconds();
  }

  /** Places a mention; one that was placed before stays where it is, whatever changed in it. */
  public StoryPlace place(StorySketch sketch) {
    int before = known.find(sketch.id());
    if (before >= 0) {
      CopyGroup group = known.group(before);
      if (group != null) {
        return place(group, before);
      }
    }
    CopyGroup parent = parent(sketch);
    boolean relays = parent != null && sketch.type() == MentionType.REPOST;
    if (parent != null && relays) {
      double similarity = parent.similarity(sketch);
      if (similarity >= CopyStage.SHARE || sketch.words() == 0) {
        return join(sketch, parent, similarity, EnumSet.of(StoryReason.REPOST));
      }
    }
    CopyStage.@Nullable Found copy = copies.find(sketch);
    if (copy != null) {
      return join(sketch, copy.group(), copy.similarity(), EnumSet.of(StoryReason.TEXT));
    }
    if (parent != null) {
      // One who relays with words of his own says something else of the same event.
      StoryReason reason = relays ? StoryReason.REPOST : StoryReason.THREAD;
      return speak(sketch, parent.event, 1, EnumSet.of(reason));
    }
    EventStage.@Nullable Found event = events.find(sketch);
    if (event != null) {
      return speak(sketch, event.event(), event.sureness(), EnumSet.copyOf(event.reasons()));
    }
    StoryEvent begun = new StoryEvent(sketch.id(), sketch);
    events.begin(begun);
    CopyGroup group = new CopyGroup(sketch.id(), sketch, begun);
    copies.add(group);
    known.add(sketch.id(), group, StoryRelation.FIRST.ordinal(), 0, 1);
    return StoryPlace.first(sketch.id());
  }

  /** The group of what it answers or relays, by the source's word; null when it is not known. */
  private @Nullable CopyGroup parent(StorySketch sketch) {
    String parent = sketch.parent();
    return parent == null ? null : groupOf(parent);
  }

  private StoryPlace join(
      StorySketch sketch, CopyGroup group, double similarity, Set<StoryReason> reasons) {
    StoryRelation relation = StoryRelation.COPY;
    copies.join(group, sketch);
    events.touch(group.event, sketch.seconds());
    double rounded = Math.round(similarity * 100) / 100.0;
    known.add(sketch.id(), group, relation.ordinal(), bits(reasons), rounded);
    return new StoryPlace(group.event.id, group.id, relation, rounded, reasons(bits(reasons)));
  }

  private StoryPlace speak(
      StorySketch sketch, StoryEvent event, double sureness, Set<StoryReason> reasons) {
    // Answers keep a story going and say nothing of what it is about.
    if (reasons.contains(StoryReason.THREAD) || reasons.contains(StoryReason.REPOST)) {
      events.touch(event, sketch.seconds());
    } else {
      events.join(event, sketch);
    }
    CopyGroup group = new CopyGroup(sketch.id(), sketch, event);
    copies.add(group);
    double rounded = Math.round(sureness * 100) / 100.0;
    known.add(sketch.id(), group, StoryRelation.EVENT.ordinal(), bits(reasons), rounded);
    return new StoryPlace(
        event.id, sketch.id(), StoryRelation.EVENT, rounded, reasons(bits(reasons)));
  }

  private StoryPlace place(CopyGroup group, int number) {
    float similarity = known.similarity(number);
    return new StoryPlace(
        group.event.id,
        group.id,
        RELATIONS[known.relation(number)],
        Math.round(similarity * 100) / 100.0,
        reasons(known.reasons(number)));
  }

  private static int bits(Set<StoryReason> reasons) {
    int bits = 0;
    for (StoryReason reason : reasons) {
      bits |= 1 << reason.ordinal();
    }
    return bits;
  }

  private static List<StoryReason> reasons(int bits) {
    List<StoryReason> reasons = new ArrayList<>(2);
    for (StoryReason reason : REASONS) {
      if ((bits & (1 << reason.ordinal())) != 0) {
        reasons.add(reason);
      }
    }
    return reasons;
  }

  /**
   * Remembers what was said of a mention before a restart, or by another process: from then on new
   * ones are placed beside it. Mentions are recalled in the order they were placed in.
   */
  public void recall(StorySketch sketch, StoryPlace place) {
    if (known.find(sketch.id()) >= 0) {
      return;
    }
    CopyGroup group = groupOf(place.copies());
    StoryEvent event = group == null ? null : group.event;
    if (event == null) {
      CopyGroup first = groupOf(place.story());
      event = first == null ? null : first.event;
    }
    if (event == null) {
      event = new StoryEvent(place.story(), sketch);
      events.begin(event);
    } else if (group == null && speaks(place)) {
      events.join(event, sketch);
    } else {
      events.touch(event, sketch.seconds());
    }
    if (group == null) {
      group = new CopyGroup(place.copies(), sketch, event);
      copies.add(group);
      rememberFirsts(sketch.id(), place, group);
    } else {
      copies.join(group, sketch);
    }
    known.add(
        sketch.id(),
        group,
        place.relation().ordinal(),
        bits(Set.copyOf(place.reasons())),
        place.similarity());
  }

  private static boolean speaks(StoryPlace place) {
    return !place.reasons().contains(StoryReason.THREAD)
        && !place.reasons().contains(StoryReason.REPOST);
  }

  private @Nullable CopyGroup groupOf(String id) {
    int number = known.find(id);
    return number < 0 ? null : known.group(number);
  }

  /** Of groups whose first mention is no longer there, at least the name is kept. */
  private void rememberFirsts(String id, StoryPlace place, CopyGroup group) {
    for (String first : List.of(place.copies(), place.story())) {
      if (!first.equals(id) && known.find(first) < 0) {
        known.add(first, group, StoryRelation.FIRST.ordinal(), 0, 1);
      }
    }
  }

  /** Reads and places, for those who have one thread. */
  public StoryPlace place(StoryReader reader, Mention mention) {
    return place(reader.read(mention));
  }

  /** Bytes of its tables, what its stories hold not counted. */
  long tableBytes() {
    return known.bytes() + copies.bytes() + events.bytes();
  }
}
