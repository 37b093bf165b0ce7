package ouidire.core.alert;

import ouidire.core.words.Wording;

/** Sends a test by a channel. */
public interface ChannelTester {
  /**
   * Sends one message that says that it is a test, once.
   *
   * @param id of the channel
   * @throws java.util.NoSuchElementException when there is none of that id
   */
  Outcome test(String id);

  /**
   * What came of it.
   *
   * @param delivered whether the channel took it
   * @param code why not, as {@link DeliveryFault#code}; empty when it took it
   * @param detail the same in words, without secrets; empty when it took it
   */
  record Outcome(boolean delivered, String code, Wording detail) {
    /** It took it. */
    public static final Outcome DELIVERED = new Outcome(true, "", Wording.same(""));

    /** It did not. */
    public static Outcome failed(DeliveryFault fault) {
      return new Outcome(false, fault.code(), fault.words());
    }

    /** It could not be tried. */
    public static Outcome refused(InvalidDocumentException why) {
      String code = new DeliveryFault(DeliveryFault.Kind.SETTING, why.field()).code();
      return new Outcome(false, code, why.words());
    }
  }
}
