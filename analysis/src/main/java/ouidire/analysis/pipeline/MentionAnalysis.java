package ouidire.analysis.pipeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * All that analysis says of one mention: its language, tone, kinds and flags, the brands it matches
 * and the tone toward each. Safe for any number of threads when its parts are.
 */
public final class MentionAnalysis {
  private final LanguageGuess languages;
  private final BrandMatcher brands;
  private final Listener listener;
  private final InstantSource clock;

  public MentionAnalysis(
      LanguageGuess languages, BrandMatcher brands, Listener listener, InstantSource clock) {
    this.languages = languages;
    this.brands = brands;
    this.listener = listener;
    this.clock = clock;
  }

  /** All but its story, which the others decide as well. */
  public AnalysedMention analyse(Mention mention) {
    String language = languages.of(mention);
    Listener.Heard heard = listener.hear(mention, language);
    Tone whole = heard.whole();
    List<BrandMatch> matches = new ArrayList<>(2);
    for (BrandMatcher.Found found : brands.match(mention, language)) {
      Tone tone = heard.toward(found.brand(), found.spans());
      matches.add(new BrandMatch(found.brand(), found.spans(), tone));
    }
    return new AnalysedMention(
        mention,
        language,
        whole,
        matches,
        heard.kinds(),
        heard.flags(),
        matches.isEmpty() ? List.of() : heard.aspects(),
        null,
        clock.instant());
  }

  /** Names the language of a mention. */
  public interface LanguageGuess {
    /** The source's word where it gives one, else a guess; ISO 639-1, {@code und} for neither. */
    String of(Mention mention);
  }

  /** Finds the brands that a mention speaks of. */
  public interface BrandMatcher {
    /**
     * @param language as {@link LanguageGuess} gave it
     */
    List<Found> match(Mention mention, String language);

    /**
     * A brand found in a mention.
     *
     * @param brand its id
     * @param spans where, at most 32; empty when only fields such as the author matched
     */
    record Found(String brand, List<Span> spans) {
      public Found {
        spans = List.copyOf(spans);
      }
    }
  }

  /** Hears how a mention speaks: its tone, its kind, what a moderator should look at. */
  public interface Listener {
    /**
     * Reads a mention once, for all that will be asked of it.
     *
     * @param language as {@link LanguageGuess} gave it
     */
    Heard hear(Mention mention, String language);

    /** A mention that was read. */
    interface Heard {
      /** One tone throughout, and nothing else: of a text that is not listened to, the unknown. */
      static Heard only(Tone tone) {
        return new OneTone(tone);
      }

      /** The tone of the whole. */
      Tone whole();

      /**
       * The tone toward a brand.
       *
       * @param spans where it stands; of the whole when there is none
       */
      Tone toward(String brand, List<Span> spans);

      /** The kinds of remark that hold. */
      List<Finding> kinds();

      /** What a moderator should look at. */
      List<Finding> flags();

      /** What is spoken about, with the tone toward each. */
      List<Aspect> aspects();
    }

    /** See {@link Heard#only}. */
    record OneTone(Tone whole) implements Heard {
      @Override
      public Tone toward(String brand, List<Span> spans) {
        return whole;
      }

      @Override
      public List<Finding> kinds() {
        return List.of();
      }

      @Override
      public List<Finding> flags() {
        return List.of();
      }

      @Override
      public List<Aspect> aspects() {
        return List.of();
      }
    }
  }
}
