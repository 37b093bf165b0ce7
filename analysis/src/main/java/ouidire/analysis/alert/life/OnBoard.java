package ouidire.analysis.alert.life;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incidents;
import ouidire.core.history.LiveMentions.Subscription;

/** A desk whose incidents are those of a {@link Board}. */
abstract class OnBoard implements Incidents, AlertDirectory {
  final Board board;

  OnBoard(Board board) {
    this.board = board;
  }

  @Override
  public List<Incident> all(int limit) {
    return board.all(limit);
  }

  @Override
  public Optional<Incident> find(String id) {
    return board.find(id);
  }

  @Override
  public Subscription follow(Consumer<Incident> listener) {
    return board.follow(listener);
  }

  @Override
  public List<Alert> latest(int limit) {
    return board.latest(limit);
  }

  @Override
  public Subscription subscribe(Consumer<Alert> listener) {
    return board.subscribe(listener);
  }
}
