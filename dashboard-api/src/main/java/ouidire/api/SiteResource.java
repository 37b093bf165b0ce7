package ouidire.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.api.site.SiteFile;
import ouidire.api.site.SiteFiles;

/**
 * The dashboard: its files, and its one page for every address that people may bookmark. The files
 * hold nothing of anyone's, so that they are open; what they show is asked of the API.
 */
final class SiteResource {
  private static final String PAGE = "/index.html";

  /**
   * The addresses that {@code js/core/view.js} has a page for; whatever else is asked is not there.
   */
  private static final Pattern PAGES =
      Pattern.compile(
          "/|/(histoires|mentions|alertes|sources|reglages|marques|recherches|listes|qualite-du-ton)/?"
              + "|/alertes/(regles|astreinte|personnes|canaux|routage|plans|calendrier|exercice)/?"
              + "|/(marque|histoire|incidents)/[^/]+/?|/marque/[^/]+/liens/?");

  private final SiteFiles files = new SiteFiles();
  private final SessionResource sessions;

  SiteResource(SessionResource sessions) {
    this.sessions = sessions;
  }

  void get(Context call) {
    String key = call.queryParam("key");
    if (key != null) {
      sessions.signInByLink(call, key);
      return;
    }
    String path = call.path();
    if (path.equals("/health")) {
      call.redirect("/health/ready", HttpStatus.TEMPORARY_REDIRECT);
      return;
    }
    Optional<SiteFile> file = files.find(path);
    if (file.isEmpty() && PAGES.matcher(path).matches()) {
      file = files.find(PAGE);
    }
    send(
        call,
        file.orElseThrow(
            () -> Problem.of(ProblemKind.NO_SUCH_ADDRESS, Message.shortened(path)).exception()));
  }

  private static void send(Context call, SiteFile file) {
    String etag = "\"" + file.hash() + "\"";
    call.header("ETag", etag).header("Vary", "Accept-Encoding");
    // An address that names the content's hash never changes; others ask whether they did.
    boolean named = file.hash().equals(call.queryParam("v"));
    call.header("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
    if (matches(call.header("If-None-Match"), etag)) {
      call.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    byte[] body = file.bytes();
    if (file.gzip() != null && accepts(call.header("Accept-Encoding"), "gzip")) {
      body = Objects.requireNonNull(file.gzip());
      call.header("Content-Encoding", "gzip");
    }
    call.disableCompression().contentType(file.type()).result(body);
  }

  private static boolean matches(@Nullable String header, String etag) {
    return header != null && (header.contains(etag) || header.strip().equals("*"));
  }

  private static boolean accepts(@Nullable String header, String coding) {
    if (header == null) {
      return false;
    }
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] words = part.strip().split(";");
      if (words[0].strip().equals(coding)) {
        return !part.replace(" ", "").endsWith(";q=0");
      }
    }
    return false;
  }
}
