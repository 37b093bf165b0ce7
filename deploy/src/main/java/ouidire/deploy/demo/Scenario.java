package ouidire.deploy.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;
import ouidire.core.mention.Mention;

/** The texts of the demonstration and the brands they speak of. */
public record Scenario(List<DemoText> ordinary, List<DemoText> crisis) {
  /** Where the story plays; its days and nights. */
  public static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private static final ObjectMapper JSON = new ObjectMapper();

  public Scenario {
    ordinary = List.copyOf(ordinary);
    crisis = List.copyOf(crisis);
  }

  /** The scenario that ships. */
  public static Scenario shipped() {
    return new Scenario(read("/ouidire/demo/ordinary.jsonl"), read("/ouidire/demo/crisis.jsonl"));
  }

  /** Every text as a mention said at one time, ordinary ones first. */
  public List<Mention> mentions(Instant at) {
    List<Mention> all = new ArrayList<>();
    ordinary.forEach(text -> all.add(text.at(at, at)));
    crisis.forEach(text -> all.add(text.at(at, at)));
    return all;
  }

  /** The brands that the demonstration watches. */
  public static List<Brand> brands() {
    return List.of(
        new Brand(
            "erabelle",
            "Érabelle",
            "érabelle OR erabelle OR \"mini érabelle\" OR minierabelle",
            false,
            List.of("erabelle"),
            List.of(new Site("erabelle.example", 0, "")),
            ZONE),
        new Brand(
            "monterel",
            "Laiterie Monterel",
            "monterel OR laiteriemonterel",
            true,
            List.of("laiteriemonterel"),
            List.of(new Site("monterel.example", 0, "")),
            ZONE));
  }

  private static List<DemoText> read(String resource) {
    try (InputStream in = Scenario.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      List<DemoText> all = new ArrayList<>();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          all.add(DemoText.read(JSON.readTree(line)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
