package ouidire.core.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ouidire.core.brand.Site;
import ouidire.core.settings.SettingsStore;
import ouidire.core.words.Wording;

/**
 * Everything about links without a network: checks end at once, webmentions wait for ever, files
 * are {@code date,page,referrer,visits} in that order.
 */
public final class LinkTwin implements LinkChecks, Webmentions, VisitFiles {
  public final LinkBook book;
  public final VisitBook visits;
  private final InstantSource clock;
  private final Map<String, Progress> rounds = new HashMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();

  public LinkTwin(SettingsStore settings, InstantSource clock) {
    this.book = new LinkBook(settings);
    this.visits = new VisitBook(settings);
    this.clock = clock;
  }

  public LinkPorts ports() {
    return new LinkPorts(book, visits, this, this, this);
  }

  @Override
  public Progress begin(String brand) {
    return rounds.merge(brand, new Progress(false, 0, 0, clock.instant()), (_, again) -> again);
  }

  @Override
  public Progress progress(String brand) {
    return rounds.getOrDefault(brand, Progress.NEVER);
  }

  @Override
  public Answer receive(String source, String target) {
    if (CanonicalUrl.of(target).isEmpty()) {
      return new Answer.Invalid("target", new Wording("n’est pas une adresse", "is no address"));
    }
    String id = Integer.toHexString((source + target).hashCode());
    Receipt receipt = new Receipt(id, source, target, State.WAITING, clock.instant(), null);
    receipts.put(id, receipt);
    return new Answer.Taken(receipt);
  }

  @Override
  public Optional<Receipt> find(String id) {
    return Optional.ofNullable(receipts.get(id));
  }

  @Override
  public Contents read(InputStream file, List<Site> sites, ZoneId zone) throws UnreadableException {
    List<Visit> all = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    try {
      String header = lines.readLine();
      if (header == null || !header.equals("date,page,referrer,visits")) {
        throw new UnreadableException(new Wording("pas d’en-tête", "no header"));
      }
      long line = 1;
      for (String row = lines.readLine(); row != null; row = lines.readLine()) {
        line++;
        String[] cells = row.split(",", -1);
        try {
          all.add(
              new Visit(
                  LocalDate.parse(cells[0]),
                  CanonicalUrl.of(cells[1]).orElse(null),
                  cells[2].isEmpty() ? null : cells[2],
                  Long.parseLong(cells[3])));
        } catch (DateTimeParseException e) {
          refused.add(new Refused(line, "date", new Wording("pas une date", "no date")));
        }
      }
      return new Contents(
          all,
          line - 1,
          refused,
          refused.size(),
          Map.of("date", "date", "visits", "visits"),
          List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
