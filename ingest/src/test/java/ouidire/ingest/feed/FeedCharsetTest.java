package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedCharsetTest {
  private static final String TITLE = "Érabelle déçoit à Noël";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-8",
    "UTF-8, UTF8",
    "UTF-8, u8",
    "ISO-8859-1, iso-8859-1",
    "ISO-8859-1, Latin1",
    "windows-1252, windows-1252",
    "windows-1252, cp1252",
    "windows-1252, CP-1252",
    "windows-1252, ISO-8859-1",
    "ISO-8859-15, latin-9",
    "IBM850, cp850",
    "IBM850, 850",
    "IBM437, 437",
    "x-MacRoman, macintosh",
    "x-MacRoman, mac-roman",
    "UTF-8, utf-16",
    "UTF-8, inconnu-42",
    "UTF-8, ''",
    "ISO-8859-1, us-ascii",
    "UTF-8, iso-8859-1",
    "ISO-8859-1, utf-8",
    "windows-1252, inconnu-42"
  })
  void declaredInTheDocument(String actual, String label) throws Exception {
    assertThat(title(null, actual, "<?xml version='1.0' encoding='" + label + "'?>", ""))
        .isEqualTo(TITLE);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void wideEncodingsWithAndWithoutAMark(String charset) throws Exception {
    String declaration = "<?xml version='1.0' encoding='utf-16'?>";
    assertThat(title(null, charset, declaration, "\uFEFF")).isEqualTo(TITLE);
    assertThat(title(null, charset, declaration, "")).isEqualTo(TITLE);
    assertThat(title(null, charset, "", "")).isEqualTo(TITLE);
    assertThat(title("text/xml; charset=utf-8", charset, declaration, "\uFEFF")).isEqualTo(TITLE);
  }

  @Test
  void httpSaysMoreThanTheDocument() throws Exception {
    assertThat(
            title(
                "application/xml; charset=\"IBM850\"",
                "IBM850",
                "<?xml version='1.0' encoding='iso-8859-1'?>",
                ""))
        .isEqualTo(TITLE);
    assertThat(title("text/xml", "UTF-8", "", "")).isEqualTo(TITLE);
    assertThat(title("text/xml; charset=zut", "ISO-8859-1", "", "")).isEqualTo(TITLE);
  }

  @ParameterizedTest
  @CsvSource({"IBM037, cp037", "IBM037, ''", "IBM500, cp500", "IBM1047, IBM1047"})
  void ebcdicDocuments(String charset, String label) throws Exception {
    assertThat(title(null, charset, "<?xml version='1.0' encoding='" + label + "'?>", ""))
        .isEqualTo(TITLE);
  }

  @Test
  void strayBytesCostNothingElse() throws Exception {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes(
        "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>Noël ".getBytes(UTF_8));
    mixed.writeBytes("été".getBytes(ISO_8859_1));
    mixed.writeBytes(" 🍁</title></item></channel></rss>".getBytes(UTF_8));
    assertThat(FeedParser.parse(mixed.toByteArray(), null, null).entries().getFirst().title())
        .isEqualTo("Noël été 🍁");
  }

  @Test
  void quotesOfWindowsUnderALatinLabel() throws Exception {
    byte[] bytes =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>l\u2019\u00E9rable \u20AC\u0153</title></item></channel></rss>"
            .getBytes(Charset.forName("windows-1252"));
    assertThat(FeedParser.parse(bytes, null, null).entries().getFirst().title())
        .isEqualTo("l\u2019\u00E9rable \u20AC\u0153");
  }

  private static String feed(String declaration) {
    return declaration + "<rss><channel><item><title>" + TITLE + "</title></item></channel></rss>";
  }

  private static @Nullable String title(
      @Nullable String contentType, String charset, String declaration, String mark)
      throws NotAFeedException {
    byte[] bytes = (mark + feed(declaration)).getBytes(Charset.forName(charset));
    return FeedParser.parse(bytes, contentType, null).entries().getFirst().title();
  }
}
