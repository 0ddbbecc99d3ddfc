package fanweb.platform;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/**
 * A request that cannot be done as it is, thrown by whoever notices; nothing was changed. The
 * platform answers with problem details (RFC 9457) or a page. Its message is one English sentence
 * for the person who wrote the client.
 */
public final class RefusedException extends RuntimeException {
  private static final int BUSY_SECONDS = 2;

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;
  private final transient List<Fault> faults;
  private final String code;
  private final int retrySeconds;

  /** Why, in the words of HTTP (RFC 9110, 15.5 and 15.6). */
  public enum Reason {
    /** It breaks a rule that the faults or the sentence name. */
    INVALID(400),
    /** It needs credentials, or others. */
    UNAUTHENTICATED(401),
    /** Nobody, or not this one, may do it. */
    FORBIDDEN(403),
    /** What it is about is not there. */
    MISSING(404),
    /** It does not fit what is stored. */
    CONFLICT(409),
    /** It was made for an older version of what it changes. */
    STALE(412),
    /** Its body is over the limit. */
    TOO_LARGE(413),
    /** It, or what it asks for, comes too often; it may be sent again later. */
    TOO_OFTEN(429),
    /** There is too much to do just now; it may be sent again later. */
    BUSY(503);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /** Refuses with a sentence and the places where something is wrong. */
  public RefusedException(Reason reason, String detail, List<Fault> faults) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
    this.faults = List.copyOf(faults);
    this.code = "";
    this.retrySeconds = reason == Reason.BUSY ? BUSY_SECONDS : 0;
  }

  /**
   * Refuses with a sentence, and with a name for programs where a status alone does not say enough.
   *
   * @param code as in {@code key_reused}
   * @param retrySeconds after how many seconds it may be sent again; 0: nobody knows
   */
  public RefusedException(Reason reason, String detail, String code, int retrySeconds) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
    this.faults = List.of();
    this.code = code;
    this.retrySeconds = retrySeconds;
  }

  /** Refuses with a sentence. */
  public RefusedException(Reason reason, String detail) {
    this(reason, detail, List.of());
  }

  /** What was sent breaks rules; the sentence is made of the first fault. */
  public static RefusedException invalid(List<Fault> faults) {
    Fault first = faults.get(0);
    String where = first.name().isEmpty() ? "The body" : first.name();
    String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
    return new RefusedException(Reason.INVALID, where + " " + first.detail() + more, faults);
  }

  /** What was sent breaks one rule. */
  public static RefusedException invalid(Fault fault) {
    return invalid(List.of(fault));
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The sentence. */
  public String detail() {
    return detail;
  }

  /** The places where something is wrong; may be none. */
  public List<Fault> faults() {
    return faults;
  }

  /** The name for programs; empty when the status says enough. */
  public String code() {
    return code;
  }

  /** What goes with the status: how to prove who one is, when to come back. */
  public Map<String, String> headers() {
    if (reason == Reason.UNAUTHENTICATED) {
      return Map.of("WWW-Authenticate", "Bearer");
    }
    return retrySeconds == 0 ? Map.of() : Map.of("Retry-After", Integer.toString(retrySeconds));
  }
}
