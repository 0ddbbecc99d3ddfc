package fanweb.chat.protocol;

import fanweb.chat.ChatReply.Misread;
import fanweb.chat.ChatReply.Misread.Fault;

/** Says why a line is no command. Has no stack trace: whoever sends nonsense pays for it alone. */
final class MisreadException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Misread reply;

  private MisreadException(Fault fault, String message) {
    super(message, null, false, false);
    this.reply = new Misread(fault, message);
  }

  static MisreadException malformed(String message) {
    return new MisreadException(Fault.MALFORMED, message);
  }

  static MisreadException unknownType(String message) {
    return new MisreadException(Fault.UNKNOWN_TYPE, message);
  }

  /**
   * A field is not what it must be.
   *
   * @param rule what it must be, behind its name
   */
  static MisreadException invalid(String field, String rule) {
    return new MisreadException(Fault.INVALID, field + " " + rule);
  }

  Misread reply() {
    return reply;
  }
}
