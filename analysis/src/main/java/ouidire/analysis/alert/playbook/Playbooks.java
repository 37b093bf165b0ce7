package ouidire.analysis.alert.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.Playbook;

/** The playbooks that ship, in French, to be edited by those who will follow them. */
public final class Playbooks {
  private Playbooks() {}

  public static List<Playbook> shipped() {
    try (InputStream in =
        Objects.requireNonNull(Playbooks.class.getResourceAsStream("playbooks.json"))) {
      List<Playbook> all = new ArrayList<>();
      for (JsonNode each : new ObjectMapper().readTree(in)) {
        all.add(IncidentJson.document(each, Playbook.class));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("playbooks.json is in the build", e);
    }
  }
}
