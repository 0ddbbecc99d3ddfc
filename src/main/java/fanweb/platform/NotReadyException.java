package fanweb.platform;

import java.io.Serial;

/** A {@link ReadinessCheck} found what is as it should be, but means that nobody is to come now. */
public final class NotReadyException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** Why, for the log. */
  public NotReadyException(String reason) {
    super(reason);
  }
}
