package fanweb.channel;

import java.io.Serial;

/** A channel layer could not do what it was asked for, or does not know whether it did. */
public final class ChannelException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With what was wrong. */
  public ChannelException(String message) {
    super(message);
  }

  /** With what was wrong, and why. */
  public ChannelException(String message, Throwable cause) {
    super(message, cause);
  }
}
