package ouidire.analysis.match;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.language.LanguageDetector;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.SourceRef;
import ouidire.core.mention.Tone;

/** The mentions of a file of JSON Lines, plain or gzip, analysed. A bad line is told and passed. */
final class MentionLines implements Closeable {
  private final Path file;
  private final BufferedReader reader;
  private final PrintStream err;
  private final boolean french;
  private final SourceRef source;
  private final LanguageDetector languages = new LanguageDetector();
  private final @Nullable ToneScorer tones;
  private int line;
  private int bad;

  /**
   * @param withTone whether tones are asked for; they take the most time
   */
  MentionLines(Path file, boolean withTone, PrintStream err, boolean french) throws IOException {
    this.file = file;
    this.tones = withTone ? new ToneScorer() : null;
    this.err = err;
    this.french = french;
    this.source = new SourceRef("import", String.valueOf(file.getFileName()));
    InputStream bytes = Files.newInputStream(file);
    InputStream plain =
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    this.reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The next mention; null at the end. */
  @Nullable AnalysedMention next() throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        return analysed(text.getBytes(StandardCharsets.UTF_8));
      } catch (InvalidMentionException e) {
        bad++;
        String cause = String.valueOf(e.getMessage());
        err.println(french ? file + ":" + line + " : " + cause : file + ":" + line + ": " + cause);
      }
    }
    return null;
  }

  /** Lines that were no mention. */
  int bad() {
    return bad;
  }

  private AnalysedMention analysed(byte[] json) {
    Mention mention = MentionJson.readMention(json, source, Instant.EPOCH);
    Tone tone = tones == null ? Tone.UNKNOWN : tones.score(mention);
    return new AnalysedMention(mention, languages.detect(mention), tone, List.of(), Instant.EPOCH);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
