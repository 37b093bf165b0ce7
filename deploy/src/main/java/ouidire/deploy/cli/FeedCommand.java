package ouidire.deploy.cli;

import java.io.BufferedOutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.ingest.feed.FeedPrinter;
import ouidire.ingest.fetch.FetchLimits;
import ouidire.ingest.fetch.SafeFetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code feed}: prints the entries of feeds as JSON Lines. */
@Command(name = "feed")
final class FeedCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FEED", arity = "1..*", descriptionKey = "ouidire.feed.FEED")
  List<String> feeds = List.of();

  @Option(names = "--allow-private")
  boolean allowPrivate;

  FeedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AddressGuard guard =
        new AddressGuard(allowPrivate ? List.of("*") : List.of(), HostResolver.system())
            .allowingBy("--allow-private");
    BufferedOutputStream out = new BufferedOutputStream(console.out(), 64 * 1024);
    try (SafeFetcher fetcher =
        new SafeFetcher(
            guard, FetchLimits.DEFAULT, SafeFetcher.USER_AGENT, InstantSource.system())) {
      return new FeedPrinter(fetcher, out, console.err(), console.locale()).print(feeds);
    } finally {
      out.flush();
    }
  }
}
