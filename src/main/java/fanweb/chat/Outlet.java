package fanweb.chat;

import java.util.List;

/**
 * The sending side of one connection, as the chat sees it: the port that a socket adapter fills.
 * Its {@link Object#toString} is what the log calls the connection.
 */
public interface Outlet {
  /**
   * Starts sending frames, in order, and returns without waiting for the network. There is one call
   * at a time: the next comes after {@code sent} was called.
   *
   * @param frames one text frame each, at least one; not changed afterwards
   * @param sent to be called exactly once when all frames have been handed to the operating system,
   *     on any thread, possibly before this method returns. Not called when the connection breaks:
   *     then it is ended.
   */
  void send(List<String> frames, Runnable sent);

  /** Closes the connection. Idempotent; returns soon even when the peer does not read. */
  void end(Ending ending);
}
