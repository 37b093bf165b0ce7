package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.DeliveryFault.Kind;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.ForbiddenAddressException;

/**
 * Mail by SMTP, plain text. One thread an incident: every message answers the first, whose id is
 * made of the incident's; a message sent again has the same id. {@code tls} is {@code starttls}
 * (default; port 587), {@code implicit} (465) or {@code none}.
 */
final class Email implements Notifier {
  private static final String PATIENCE = "10000";

  private final String channel;
  private final AddressGuard guard;
  private final Session session;
  private final InternetAddress from;
  private final InternetAddress[] to;
  private final String domain;

  Email(Channel channel, AddressGuard guard) {
    this.guard = guard;
    this.channel = channel.id();
    String tls = or(channel.value("tls"), "starttls");
    String port = or(channel.value("port"), tls.equals("implicit") ? "465" : "587");
    Properties set = new Properties();
    set.put("mail.smtp.host", Texts.required(channel, "host"));
    set.put("mail.smtp.port", port);
    set.put("mail.smtp.connectiontimeout", PATIENCE);
    set.put("mail.smtp.timeout", PATIENCE);
    set.put("mail.smtp.writetimeout", PATIENCE);
    set.put("mail.smtp.socketFactory", new GuardedSockets(guard));
    set.put("mail.smtp.socketFactory.fallback", "false");
    set.put("mail.smtp.ssl.checkserveridentity", "true");
    set.put("mail.smtp.allow8bitmime", "true");
    switch (tls) {
      case "starttls" -> {
        set.put("mail.smtp.starttls.enable", "true");
        set.put("mail.smtp.starttls.required", "true");
      }
      case "implicit" -> set.put("mail.smtp.ssl.enable", "true");
      case "none" -> set.put("mail.smtp.starttls.enable", "false");
      default -> throw new IllegalArgumentException("tls " + tls + "; see ChannelForm");
    }
    session = Session.getInstance(set, login(channel, set));
    try {
      from = new InternetAddress(Texts.required(channel, "from"), true);
      to = InternetAddress.parse(Texts.required(channel, "to"), true);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(
          "channel " + channel.id() + ": from or to is no address; correct it", e);
    }
    String address = from.getAddress();
    domain = address.substring(address.indexOf('@') + 1);
  }

  private static @Nullable Authenticator login(Channel channel, Properties set) {
    String user = channel.value("user");
    String password = channel.value("password");
    if (user == null || password == null) {
      return null;
    }
    set.put("mail.smtp.auth", "true");
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, password);
      }
    };
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  @Override
  public Delivery deliver(Message message) {
    try {
      String host = session.getProperty("mail.smtp.host");
      int port = Integer.parseInt(session.getProperty("mail.smtp.port"));
      guard.resolve(host, port);
      Transport.send(mail(message));
      return new Delivery.Delivered();
    } catch (ForbiddenAddressException e) {
      return new Delivery.GiveUp(new DeliveryFault(Kind.MAIL_GUARDED));
    } catch (jakarta.mail.AuthenticationFailedException e) {
      return new Delivery.GiveUp(new DeliveryFault(Kind.LOGIN));
    } catch (MessagingException e) {
      return outcome(e);
    } catch (java.io.IOException e) {
      return new Delivery.Retry(noAnswer(e), 0);
    }
  }

  /** Replies of 500 and above are for good, those of 400 and above for now (RFC 5321, 4.2.1). */
  private static Delivery outcome(MessagingException failure) {
    int code = 0;
    for (Exception e = failure;
        e != null;
        e = e instanceof MessagingException m ? m.getNextException() : null) {
      int found =
          switch (e) {
            case SMTPSendFailedException f -> f.getReturnCode();
            case SMTPAddressFailedException f -> f.getReturnCode();
            case SMTPSenderFailedException f -> f.getReturnCode();
            default -> 0;
          };
      code = Math.max(code, found);
    }
    DeliveryFault fault =
        code > 0 ? new DeliveryFault(Kind.REPLY, Integer.toString(code)) : noAnswer(failure);
    return code >= 500 ? new Delivery.GiveUp(fault) : new Delivery.Retry(fault, 0);
  }

  private static DeliveryFault noAnswer(Exception e) {
    return new DeliveryFault(Kind.NO_ANSWER, e.getClass().getSimpleName());
  }

  private MimeMessage mail(Message message) throws MessagingException {
    String thread = "<" + message.incident().id() + "." + channel + "@" + domain + ">";
    boolean first =
        message.incident().outbox().stream()
            .filter(dispatch -> dispatch.channel().equals(channel))
            .findFirst()
            .filter(dispatch -> !dispatch.id().equals(message.id()))
            .isEmpty();
    String id = "<" + message.id().replace(':', '.') + "@" + domain + ">";
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", first ? thread : id);
          }
        };
    mail.setFrom(from);
    mail.setRecipients(RecipientType.TO, to);
    // One subject, so that readers that thread by it do so too.
    mail.setSubject((first ? "" : "Re: ") + subject(message), UTF_8.name());
    mail.setSentDate(Date.from(message.at()));
    if (!first) {
      mail.setHeader("In-Reply-To", thread);
      mail.setHeader("References", thread);
    }
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Ouidire-Key", message.incident().key());
    if (message.action() == Dispatch.Action.TRIGGER) {
      mail.setHeader("X-Priority", Words.priority(message.severity()).substring(1));
    }
    mail.setText(text(message), UTF_8.name());
    return mail;
  }

  private static String subject(Message message) {
    return (message.incident().exercise() ? "EXERCICE " : "")
        + "["
        + Words.priority(firedAs(message.incident()))
        + "]["
        + message.brandName()
        + "] "
        + message.ruleName();
  }

  /** What it was when it began to page: a thread keeps its subject. */
  private static Alert.Severity firedAs(Incident incident) {
    return incident.log().stream()
        .filter(entry -> entry.kind() == Entry.Kind.FIRED)
        .map(entry -> entry.details().get("severity"))
        .filter(Objects::nonNull)
        .map(word -> Alert.Severity.valueOf(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(incident.severity());
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder(message.text()).append('\n');
    URI acknowledge = message.acknowledge();
    if (acknowledge != null) {
      text.append(Words.acknowledge(message)).append(" : ").append(acknowledge).append('\n');
    }
    URI page = message.page();
    if (page != null) {
      text.append(Words.open(message)).append(" : ").append(page).append('\n');
    }
    return text.toString();
  }
}
