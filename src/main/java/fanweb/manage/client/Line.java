package fanweb.manage.client;

import java.util.concurrent.CompletableFuture;

/** A WebSocket that is open, or was. */
interface Line {
  /** Sends a text after those before it; done when it has left, or cannot. Any thread. */
  CompletableFuture<?> send(String frame);

  /** Lets one more text come; without it none comes, and the server holds back the rest. */
  void more();

  /** Says goodbye; done when that has left, or cannot. */
  CompletableFuture<?> close();

  /** Hangs up. */
  void drop();

  /** Makes lines, each to the same place. */
  interface Dialer {
    /** Begins to connect; the listener hears what comes of it. */
    void dial(Listener listener);
  }

  /** Hears of one line, on one thread: that it is open, what comes, and once how it ended. */
  interface Listener {
    /**
     * It is open.
     *
     * @param protocol what the server agreed to speak; empty for plain text
     */
    void opened(Line line, String protocol);

    /** A text came, whole. */
    void heard(String frame);

    /** It is gone, or never was. */
    void ended(LineEnd why);
  }
}
