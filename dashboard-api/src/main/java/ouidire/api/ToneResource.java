package ouidire.api;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import ouidire.api.metric.ToneIndex;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.ValueCount;
import ouidire.core.mention.ToneLabel;

/**
 * {@code GET /api/v1/metrics/tone}: mentions by tone and the index over them; toward the brand when
 * the filter names exactly one.
 */
final class ToneResource {
  private final MentionHistory history;
  private final FilterParameters filters;

  ToneResource(MentionHistory history, FilterParameters filters) {
    this.history = history;
    this.filters = filters;
  }

  void tone(Context call) {
    MentionFilter filter = filters.read(call).filter();
    Map<ToneLabel, Long> counts = new EnumMap<>(ToneLabel.class);
    for (ValueCount value : history.top(filter, Dimension.TONE, ToneLabel.values().length)) {
      for (ToneLabel label : ToneLabel.values()) {
        if (Json.word(label).equals(value.value())) {
          counts.put(label, value.count());
        }
      }
    }
    ToneIndex index =
        ToneIndex.of(
            counts.getOrDefault(ToneLabel.NEGATIVE, 0L),
            counts.getOrDefault(ToneLabel.NEUTRAL, 0L),
            counts.getOrDefault(ToneLabel.POSITIVE, 0L));
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          for (ToneLabel label : ToneLabel.values()) {
            json.writeNumberField(Json.word(label), counts.getOrDefault(label, 0L));
          }
          json.writeNumberField("n", index.n());
          json.writeNumberField("index", index.index());
          json.writeNumberField("low", index.low());
          json.writeNumberField("high", index.high());
          json.writeStringField("formula", language.say(Message.of("formula.tone")));
        });
  }
}
