package ouidire.analysis.alert.delivery;

import java.util.HashMap;
import java.util.Map;
import ouidire.core.alert.Channel;
import ouidire.core.net.AddressGuard;

/** Makes what speaks to a channel, once for each state of its settings. */
public final class Channels implements AutoCloseable {
  private final AddressGuard guard;
  private final Poster poster;
  private final Map<Channel, Notifier> made = new HashMap<>();

  public Channels(AddressGuard guard, Poster poster) {
    this.guard = guard;
    this.poster = poster;
  }

  /**
   * @throws IllegalArgumentException naming the setting that cannot be used
   */
  public synchronized Notifier of(Channel channel) {
    Notifier known = made.get(channel);
    if (known != null) {
      return known;
    }
    made.entrySet()
        .removeIf(
            each -> {
              boolean older = each.getKey().id().equals(channel.id());
              if (older) {
                each.getValue().close();
              }
              return older;
            });
    Notifier notifier = make(channel);
    made.put(channel, notifier);
    return notifier;
  }

  private Notifier make(Channel channel) {
    return switch (channel.kind()) {
      case PAGERDUTY -> new PagerDuty(channel, poster);
      case ALERTMANAGER -> new Alertmanager(channel, poster);
      case ALERTMANAGER_WEBHOOK -> new AlertmanagerWebhook(channel, poster);
      case WEBHOOK -> new Webhook(channel, poster);
      case SLACK -> new Slack(channel, poster);
      case MATTERMOST -> new Mattermost(channel, poster);
      case TEAMS -> new Teams(channel, poster);
      case EMAIL -> new Email(channel, guard);
      case PAGE -> new Page();
    };
  }

  @Override
  public synchronized void close() {
    made.values().forEach(Notifier::close);
    made.clear();
    poster.close();
  }
}
