package ouidire.analysis.alert.delivery;

import java.util.Locale;
import ouidire.core.alert.Alert;

/** Words of messages, in the language of the message. */
final class Words {
  private Words() {}

  static String say(Locale language, String french, String english) {
    return language.getLanguage().equals("en") ? english : french;
  }

  static String acknowledge(Message message) {
    return say(message.language(), "Accuser réception", "Acknowledge");
  }

  static String open(Message message) {
    return say(message.language(), "Ouvrir l’incident", "Open the incident");
  }

  static String level(Alert.Severity severity, Locale language) {
    return switch (severity) {
      case CRISIS -> say(language, "CRISE", "CRISIS");
      case WARNING -> say(language, "ALERTE", "WARNING");
      case WATCH -> say(language, "À SURVEILLER", "WATCH");
    };
  }

  /** As on-call people sort: P1 wakes. */
  static String priority(Alert.Severity severity) {
    return switch (severity) {
      case CRISIS -> "P1";
      case WARNING -> "P2";
      case WATCH -> "P3";
    };
  }
}
