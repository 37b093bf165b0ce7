package ouidire.analysis.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.StoryReason;

/** Finds the event that a text in other words speaks of, among those of the window. */
final class EventStage {
  private static final double SURE = 0.5;
  private static final int PER_TERM = 12;
  private static final int LOOKED_AT = 8;

  /** Terms by which an event is found, the rarest of each text. */
  private static final int KEYS = 9;

  private final StoryEvent[] events;
  private final RecentPostings postings;
  private final Rarity rarity = new Rarity();
  private final int[] found = new int[PER_TERM];
  private final Votes votes = new Votes();
  private final int[] candidates = new int[LOOKED_AT];
  private final float[] rarities = new float[256];
  private int next;

  EventStage(int window) {
    events = new StoryEvent[window];
    postings = new RecentPostings(StoryGrouper.powerOfTwo(8L * window));
  }

  /** What was found, and what it has in common with the mention. */
  record Found(StoryEvent event, double sureness, List<StoryReason> reasons) {}

  @Nullable Found find(StorySketch sketch) {
    weigh(sketch);
    votes.clear();
    look(sketch);
    int looks = votes.top(candidates);
    StoryEvent best = null;
    Likeness likeness = null;
    double sureness = 0;
    for (int c = 0; c < looks; c++) {
      StoryEvent event = event(candidates[c]);
      if (event == null || !StoryGrouper.near(sketch.seconds(), event.lastSeconds)) {
        continue;
      }
      Likeness like = likeness(sketch, event);
      double sure = like.sureness();
      if (sure > sureness) {
        sureness = sure;
        best = event;
        likeness = like;
      }
    }
    return best == null || likeness == null || sureness < SURE
        ? null
        : new Found(best, sureness, reasons(likeness));
  }

  /** Fills {@link #rarities} for the sketch's terms. */
  void weigh(StorySketch sketch) {
    int[] terms = sketch.terms();
    for (int t = 0; t < terms.length; t++) {
      rarities[t] = rarity.of(terms[t]) * sketch.kind(t).weight;
    }
  }

  /** Votes for the events that share a telling term. */
  private void look(StorySketch sketch) {
    int[] terms = sketch.terms();
    float floor = floor(rarities, terms.length);
    for (int t = 0; t < terms.length; t++) {
      if (rarities[t] < floor) {
        continue;
      }
      int hits = postings.read(terms[t], found);
      for (int h = 0; h < hits; h++) {
        votes.add(found[h], rarities[t]);
      }
    }
  }

  /** The rarity of the last of the rarest {@value #KEYS}. */
  private static float floor(float[] values, int size) {
    if (size <= KEYS) {
      return 0;
    }
    float[] top = new float[KEYS];
    for (int i = 0; i < size; i++) {
      float value = values[i];
      for (int k = 0; k < KEYS; k++) {
        if (value > top[k]) {
          float swap = top[k];
          top[k] = value;
          value = swap;
        }
      }
    }
    return top[KEYS - 1];
  }

  Likeness likeness(StorySketch sketch, StoryEvent event) {
    int[] terms = sketch.terms();
    double own = 0;
    double information = 0;
    double names = 0;
    double places = 0;
    double tags = 0;
    boolean links = false;
    boolean placed = false;
    boolean named = false;
    int j = 0;
    for (int i = 0; i < terms.length; i++) {
      TermKind kind = sketch.kind(i);
      double value = rarities[i];
      placed |= kind == TermKind.PLACE;
      named |= kind == TermKind.NAME || kind == TermKind.PLACE;
      if (kind != TermKind.LINK) {
        own += value;
      }
      while (j < event.terms.length && event.terms[j] < terms[i]) {
        j++;
      }
      if (j == event.terms.length || event.terms[j] != terms[i]) {
        continue;
      }
      // What only one of many texts says of an event tells less of it.
      double typical = Math.sqrt(event.counts[j] / (double) event.texts);
      double told = value * Math.max(typical, 0.4);
      // A name is one however carelessly it is written elsewhere.
      switch (TermKind.ALL[Math.max(kind.ordinal(), event.kinds[j])]) {
        case LINK -> links = true;
        case TAG -> {
          tags += told;
          information += told;
        }
        case PLACE -> {
          places += told;
          information += told;
        }
        case NAME -> {
          names += told;
          information += told;
        }
        default -> information += told;
      }
    }
    boolean elsewhere = placed && places == 0 && has(event, TermKind.PLACE);
    boolean strangers =
        named && names + places == 0 && (has(event, TermKind.NAME) || has(event, TermKind.PLACE));
    double hours = Math.abs(sketch.seconds() - event.lastSeconds) / 3_600.0;
    return new Likeness(
        information,
        own == 0 ? 0 : information / own,
        names,
        places,
        elsewhere,
        strangers,
        links,
        tags,
        hours,
        event.texts);
  }

  private static boolean has(StoryEvent event, TermKind wanted) {
    for (byte kind : event.kinds) {
      if (kind == wanted.ordinal()) {
        return true;
      }
    }
    return false;
  }

  private static List<StoryReason> reasons(Likeness like) {
    List<StoryReason> reasons = new ArrayList<>(3);
    if (like.links()) {
      reasons.add(StoryReason.LINK);
    }
    if (like.names() + like.places() > 0) {
      reasons.add(StoryReason.NAMES);
    }
    if (like.tags() > 0) {
      reasons.add(StoryReason.HASHTAGS);
    }
    if (like.information() > like.names() + like.places() + like.tags()) {
      reasons.add(StoryReason.WORDS);
    }
    return reasons;
  }

  private @Nullable StoryEvent event(int sequence) {
    StoryEvent event = events[place(sequence)];
    return event != null && event.sequence == sequence ? event : null;
  }

  private int place(int sequence) {
    return Integer.remainderUnsigned(sequence, events.length);
  }

  /** Begins an event. */
  void begin(StoryEvent event) {
    rarity.event();
    for (int term : event.terms) {
      rarity.add(term);
    }
    enter(event);
  }

  private void enter(StoryEvent event) {
    events[place(next)] = event;
    event.sequence = next++;
    for (int term : event.terms) {
      postings.put(term, event.sequence);
    }
  }

  /** A text in other words joins. */
  void join(StoryEvent event, StorySketch sketch) {
    int[] added = event.join(sketch);
    for (int term : added) {
      rarity.add(term);
    }
    if (!stay(event)) {
      for (int term : added) {
        postings.put(term, event.sequence);
      }
    }
  }

  /** A copy joined: the event is still spoken of. */
  void touch(StoryEvent event, long seconds) {
    event.seen(seconds);
    stay(event);
  }

  /** Moves an event forward that would leave the window soon; whether it did. */
  private boolean stay(StoryEvent event) {
    boolean inWindow = event(event.sequence) == event;
    if (inWindow && next - event.sequence <= events.length / 2) {
      return false;
    }
    if (inWindow) {
      events[place(event.sequence)] = null;
    }
    enter(event);
    return true;
  }

  long bytes() {
    return postings.bytes() + rarity.bytes() + 4L * events.length;
  }
}
