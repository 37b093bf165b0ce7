package ouidire.deploy.app;

import java.net.URI;
import java.util.List;
import java.util.Map;
import ouidire.analysis.alert.playbook.Playbooks;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Role;
import ouidire.core.config.Settings;
import ouidire.core.settings.SettingsStore;

/** The policy that comes with the service: rules, playbooks, roles, and the configured webhook. */
final class ShippedPolicy {
  private ShippedPolicy() {}

  /** What counts where people have set nothing. */
  static AlertPolicy of(Settings settings) {
    AlertPolicy policy =
        AlertPolicy.DEFAULT
            .withRules(List.of(AlertRule.CRISIS))
            .withPlaybooks(Playbooks.shipped())
            .withRoles(
                List.of(
                    role("communications", "Communications", Audience.COMMUNICATIONS),
                    role("ti", "TI", Audience.IT),
                    role("juridique", "Juridique", Audience.LEGAL)));
    URI webhook = settings.alerts().webhook();
    if (webhook == null) {
      return policy;
    }
    String secret = settings.alerts().secret();
    Channel channel =
        new Channel(
            "webhook",
            Channel.Kind.WEBHOOK,
            "Webhook",
            Alert.Severity.WATCH,
            true,
            Map.of("url", webhook.toString()),
            secret == null ? Map.of() : Map.of("secret", secret));
    return policy.withChannels(List.of(channel));
  }

  private static Role role(String id, String name, Audience audience) {
    return new Role(id, name, audience, List.of(), null);
  }

  /** What counts now: what people have set over what is shipped. */
  static AlertPolicy now(Settings settings, SettingsStore store) {
    try (AlertDocuments documents = new AlertDocuments(of(settings), store)) {
      return documents.get();
    }
  }
}
