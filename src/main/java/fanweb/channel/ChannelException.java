package fanweb.channel;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A channel layer could not do what it was asked for, or does not know whether it did. */
public final class ChannelException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With what was wrong, and why, if that is known. */
  public ChannelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
