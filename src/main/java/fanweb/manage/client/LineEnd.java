package fanweb.manage.client;

import java.util.Set;

/** How a line ended, or why there is none. */
sealed interface LineEnd {
  /** Whether coming back would end the same. */
  default boolean isFinal() {
    return false;
  }

  /**
   * The server said goodbye.
   *
   * @param code see {@code How it ends} in the protocol's document
   * @param reason in English, may be empty
   */
  record Closed(int code, String reason) implements LineEnd {
    /** The frame that was sent is too long for the server. */
    static final int TOO_LONG = 4503;

    private static final int FIRST_FINAL = 4500;

    /** What lines without {@code fanweb.v1} have instead of codes of their own. */
    private static final Set<Integer> PLAIN_REFUSALS = Set.of(1003, 1008, 1009);

    /** Whether the server sends one away for what one is or does. */
    boolean isRefusal() {
      return isFinal() || PLAIN_REFUSALS.contains(code);
    }

    @Override
    public boolean isFinal() {
      return code >= FIRST_FINAL;
    }
  }

  /** Nobody is there, or the line broke, or it cannot be trusted. */
  record Broken(Throwable cause) implements LineEnd {}

  /**
   * There was an HTTP answer where a WebSocket should be.
   *
   * @param status of HTTP
   * @param detail what the server says about it; may be empty
   */
  record Answered(int status, String detail) implements LineEnd {
    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);

    /** Whether the server knows what is wanted and says no. A proxy says 404 while one restarts. */
    boolean isRefusal() {
      return FORBIDDEN.contains(status);
    }

    @Override
    public boolean isFinal() {
      return isRefusal();
    }
  }

  /** A WebSocket, but of somebody who does not speak {@code fanweb.v1}. */
  record OtherProtocol() implements LineEnd {
    @Override
    public boolean isFinal() {
      return true;
    }
  }

  /** Nothing was heard for so long that nobody can be there. */
  record Silent() implements LineEnd {}
}
