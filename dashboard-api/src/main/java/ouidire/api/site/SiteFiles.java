package ouidire.api.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files under {@code web/} on the class path, and the chart library at {@code /lib/echarts.js}.
 * Each is read and compressed at its first use and kept: there are few, and they are small.
 */
public final class SiteFiles {
  private static final String ROOT = "web";
  private static final String CHARTS = "/lib/echarts.js";

  /** Path segments begin with a letter or digit: no {@code ..}, nothing hidden. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){1,8}");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Map<String, SiteFile> files = new ConcurrentHashMap<>();

  /** The file at an address path, when there is one of a type that the dashboard has. */
  public Optional<SiteFile> find(String path) {
    SiteFile kept = files.get(path);
    if (kept != null) {
      return Optional.of(kept);
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    byte[] bytes = read(path.equals(CHARTS) ? charts() : ROOT + path);
    return bytes == null
        ? Optional.empty()
        : Optional.of(files.computeIfAbsent(path, key -> new SiteFile(type, bytes)));
  }

  /** Where the minified ES module stands in the library's jar, whose path has its version. */
  private static String charts() {
    byte[] found = read("META-INF/maven/org.mvnpm/echarts/pom.properties");
    Properties properties = new Properties();
    try (InputStream in = InputStream.nullInputStream()) {
      properties.load(found == null ? in : new java.io.ByteArrayInputStream(found));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return "META-INF/resources/_static/echarts/"
        + properties.getProperty("version")
        + "/dist/echarts.esm.min.js";
  }

  private static byte @Nullable [] read(String resource) {
    try (InputStream in = SiteFiles.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + ": cannot be read", e);
    }
  }
}
