package ouidire.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** One person's browser: signed in, its clock at the tests' time, its complaints kept. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final TwinService service;
  final Page page;
  final List<String> complaints = new ArrayList<>();
  private final List<Request> finished = new ArrayList<>();

  private Visit(Browser browser, TwinService service, Instant now, Browser.NewContextOptions how) {
    this.service = service;
    context = browser.newContext(how);
    context.clock().setFixedTime(Date.from(now));
    // The policy's violations are console errors already; this names the directive.
    context.addInitScript(
        "addEventListener('securitypolicyviolation', e =>"
            + " console.error('policy ' + e.effectiveDirective + ' ' + e.blockedURI))");
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequestFinished(finished::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(service.at("/")) && request.url().startsWith("http")) {
            complaints.add("a request to elsewhere: " + request.url());
          }
        });
  }

  static Visit stranger(Browser browser, TwinService service, Instant now) {
    return new Visit(browser, service, now, desk());
  }

  static Visit signedIn(Browser browser, TwinService service, Instant now) {
    return signedIn(browser, service, now, desk());
  }

  static Visit signedIn(
      Browser browser, TwinService service, Instant now, Browser.NewContextOptions how) {
    Visit visit = new Visit(browser, service, now, how);
    // The link sets the cookie; what it leads to need not be shown.
    visit.context.request().get(service.signInLink().toString());
    return visit;
  }

  static Browser.NewContextOptions desk() {
    return new Browser.NewContextOptions()
        .setViewportSize(1440, 900)
        .setColorScheme(ColorScheme.LIGHT);
  }

  static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
  }

  /** Opens an address of the dashboard and waits until every part of it has loaded. */
  Visit open(String path) {
    page.navigate(service.at(path));
    return settled();
  }

  Visit settled() {
    page.locator("main h1").first().waitFor();
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    return this;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** Those that hold this text. */
  Locator find(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  /** What came over the wire for the pages' own files, compressed as it came. */
  long bytesOfFiles() {
    return finished.stream()
        .filter(request -> !request.url().contains("/api/"))
        .mapToLong(request -> request.sizes().responseBodySize)
        .sum();
  }

  /** The address bar: path and query. */
  String address() {
    return (String) page.evaluate("location.pathname + location.search");
  }

  @Override
  public void close() {
    context.close();
  }
}
