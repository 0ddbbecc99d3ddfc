package fanweb.chat;

/**
 * Why the server ends a connection, with the WebSocket close code a client sees (RFC 6455, section
 * 7.4) and the reason that travels with it. Clients that speak JSON see codes of our own, which
 * tell them what to do: those from 4000 to 4499 may come back, those from 4500 on may not.
 */
public enum Ending {
  /** The client asked for it with the text 关闭; JSON has no such command. */
  ASKED_FOR(1000, "closed as asked"),
  /** The node is shutting down; come back. */
  GOING_AWAY(1001, 4000, "server is stopping, come back"),
  /** The client answered no ping in time. One that speaks plain text need not. */
  NO_PONG(1013, 4001, "no pong, come back"),
  /** The group was changed so that its members must come in anew. */
  CHANGED(1012, 4002, "the group was changed, come back"),
  /** What its user may do, or is called, is something else now. */
  RIGHTS_CHANGED(1012, 4006, "your rights changed, come back"),
  /** The session it came with ended, or the token it came with was revoked. */
  SIGNED_OUT(1008, 4504, "signed out"),
  /** The client sent binary data. */
  NOT_TEXT(1003, 4502, "only text is accepted"),
  /** The client kept sending faster than allowed. */
  FLOODING(1008, 4500, "too many messages"),
  /** A moderator banned the author. */
  BANNED(1008, 4501, "you are banned from this group"),
  /** A message, whole or in fragments, is longer than allowed. */
  TOO_LONG(1009, 4503, "message too long"),
  /** Something broke on our side; the log says what. Come back. */
  BROKEN(1011, 4003, "something went wrong here, come back"),
  /**
   * The client reads, but so slowly that its next message has left the log; come back. One that
   * speaks JSON is told to reset instead.
   */
  OVERTAKEN(1013, "too slow, come back"),
  /** More connections come from the client's address than may; come back. */
  ADDRESS_FULL(1013, 4005, "too many connections from your address, come back later"),
  /**
   * The client has not read one burst in ten seconds. The line is cut: what it sees is mostly 1006.
   */
  STUCK(1013, 4004, "not reading, come back");

  private final int code;
  private final int jsonCode;
  private final String reason;

  Ending(int code, String reason) {
    this(code, code, reason);
  }

  Ending(int code, int jsonCode, String reason) {
    this.code = code;
    this.jsonCode = jsonCode;
    this.reason = reason;
  }

  /** The close code for a client that speaks plain text. */
  public int code() {
    return code;
  }

  /** The close code for a client that speaks JSON. */
  public int jsonCode() {
    return jsonCode;
  }

  /** The reason, at most 123 bytes. */
  public String reason() {
    return reason;
  }
}
