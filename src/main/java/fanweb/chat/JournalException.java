package fanweb.chat;

import java.io.Serial;

/** The journal could not do what it was asked for. */
public final class JournalException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final boolean undone;

  /**
   * Makes one.
   *
   * @param refusal what to tell the author of a draft that failed alone
   * @param undone whether nothing of the batch was stored, for sure: then its parts may be tried
   *     one by one
   */
  public JournalException(Refusal refusal, boolean undone, Throwable cause) {
    super(refusal.message(), cause);
    this.refusal = refusal;
    this.undone = undone;
  }

  /** What to tell the author of a draft that failed alone. */
  public Refusal refusal() {
    return refusal;
  }

  /** Whether nothing was stored, for sure. */
  public boolean isUndone() {
    return undone;
  }
}
