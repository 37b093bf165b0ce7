package ouidire.deploy.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.brand.Brand;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.mention.AnalysedMention;

/**
 * What every test in the system's Chromium begins and ends with: one browser for the class, and for
 * each test a service of its own with somebody signed in. Tests are left out where no browser is
 * installed.
 */
abstract class BrowserTest {
  static final Instant NOW = Instant.parse("2026-03-11T22:20:30Z");

  private static @Nullable Chromium chromium;

  @TempDir Path folder;
  TwinService service;
  Visit visit;

  @BeforeAll
  static void findBrowser() {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(),
        "NO BROWSER TEST: none of chromium, chromium-browser, google-chrome is on the PATH");
    // A busy machine is slow, not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    chromium = Chromium.start(executable.orElseThrow());
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
      chromium = null;
    }
  }

  @BeforeEach
  void start() {
    service = new TwinService(folder, brands(), NOW);
    say(service.history);
    visit = Visit.signedIn(browser(), service, NOW);
  }

  @AfterEach
  void stop() {
    visit.close();
    service.close();
  }

  /** The brands watched. */
  List<Brand> brands() {
    return TwinService.BRANDS;
  }

  /** What was said before somebody signs in. */
  void say(InMemoryMentionHistory history) {
    history.add(MadeUpMentions.until(NOW).toArray(AnalysedMention[]::new));
  }

  static Browser browser() {
    if (chromium == null) {
      throw new IllegalStateException("the browser did not start");
    }
    return chromium.browser();
  }
}
