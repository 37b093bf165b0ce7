package ouidire.core.alert;

import java.util.Locale;
import java.util.Optional;
import ouidire.core.words.Wording;

/**
 * Why a message did not go out, as it is kept: a word and what belongs to it, which people are told
 * in their own language. Never an address, a secret or what the other side wrote.
 *
 * @param kind what went wrong
 * @param detail a number, the name of an error, a key; another fault for {@link Kind#IN_VAIN};
 *     empty where the kind says all
 */
public record DeliveryFault(Kind kind, String detail) {
  /** What can go wrong. */
  public enum Kind {
    /** The other side answered with this HTTP status. */
    STATUS("réponse %s", "status %s"),
    MOVED(
        "réponse %s : l’adresse a changé ; donnez la nouvelle dans le canal",
        "status %s: the address has moved; set the new one in the channel"),
    NO_ANSWER("pas de réponse (%s)", "no answer (%s)"),
    GUARDED(
        "l’adresse du canal est interdite d’accès ; permettez son hôte dans fetch.allowPrivate",
        "the channel's address may not be reached; allow its host in fetch.allowPrivate"),
    MAIL_GUARDED(
        "le serveur de courriel est interdit d’accès ; permettez son hôte et son port dans"
            + " fetch.allowPrivate",
        "the mail server may not be reached; allow its host and port in fetch.allowPrivate"),
    /** The address is none; the detail names the error. */
    UNUSABLE(
        "l’adresse du canal ne peut pas servir (%s) ; corrigez-la",
        "the channel's address cannot be used (%s); correct it"),
    /** The mail server answered with this reply code. */
    REPLY("réponse %s du serveur de courriel", "reply %s of the mail server"),
    LOGIN(
        "le serveur de courriel refuse l’utilisateur ou le mot de passe ; corrigez-les",
        "the mail server refuses user or password; correct them"),
    /** A setting is missing or has not its form; the detail is its key. */
    SETTING(
        "le réglage %s manque ou ne convient pas ; corrigez-le dans le canal",
        "the setting %s is missing or cannot be used; correct it in the channel"),
    GONE("le canal a été retiré ou désactivé", "the channel was removed or switched off"),
    EXERCISE("un exercice, que ce canal ne transmet pas", "a drill, not for this channel"),
    /** We failed ourselves; the detail names the error. */
    FAILED("échec de notre côté (%s)", "failed on our side (%s)"),
    IN_VAIN("en vain pendant un jour : %s", "in vain for a day: %s");

    private final String french;
    private final String english;

    Kind(String french, String english) {
      this.french = french;
      this.english = english;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public DeliveryFault(Kind kind) {
    this(kind, "");
  }

  /** The same after it went on for so long that it is given up. */
  public DeliveryFault inVain() {
    return new DeliveryFault(Kind.IN_VAIN, code());
  }

  /** As it is kept: {@code status 503}. */
  public String code() {
    return detail.isEmpty() ? kind.word() : kind.word() + " " + detail;
  }

  /** Reads what {@link #code} wrote; empty for anything else. */
  public static Optional<DeliveryFault> read(String code) {
    int space = code.indexOf(' ');
    String word = space < 0 ? code : code.substring(0, space);
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return Optional.of(new DeliveryFault(kind, space < 0 ? "" : code.substring(space + 1)));
      }
    }
    return Optional.empty();
  }

  /** What people are told. */
  public Wording words() {
    Wording in = kind == Kind.IN_VAIN ? words(detail) : Wording.same(detail);
    return new Wording(kind.french.formatted(in.french()), kind.english.formatted(in.english()));
  }

  /** The same of what was kept; as it stands where it is none of these. */
  public static Wording words(String code) {
    return read(code).map(DeliveryFault::words).orElse(Wording.same(code));
  }

  @Override
  public String toString() {
    return code();
  }
}
