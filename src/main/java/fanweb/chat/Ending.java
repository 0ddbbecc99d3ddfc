package fanweb.chat;

/**
 * Why the server ends a connection, with the WebSocket close code a client sees (RFC 6455, section
 * 7.4) and the reason that travels with it.
 */
public enum Ending {
  /** The client asked for it with the text 关闭. */
  ASKED_FOR(1000, "closed as asked"),
  /** The node is shutting down; come back. */
  GOING_AWAY(1001, "server is stopping, come back"),
  /** The client sent binary data. */
  NOT_TEXT(1003, "only text is accepted"),
  /** The client kept sending faster than allowed. */
  FLOODING(1008, "too many messages"),
  /** A message, whole or in fragments, is longer than allowed. */
  TOO_LONG(1009, "message too long"),
  /** Something broke on our side; the log says what. Come back. */
  BROKEN(1011, "something went wrong here, come back"),
  /** The client reads, but so slowly that its next message has left the log; come back. */
  OVERTAKEN(1013, "too slow, come back"),
  /**
   * The client has not read one burst in ten seconds. The line is cut: what it sees is mostly 1006.
   */
  STUCK(1013, "not reading, come back");

  private final int code;
  private final String reason;

  Ending(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** The close code. */
  public int code() {
    return code;
  }

  /** The reason, at most 123 bytes. */
  public String reason() {
    return reason;
  }
}
