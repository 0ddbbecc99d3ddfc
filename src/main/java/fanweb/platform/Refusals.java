package fanweb.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses a request with words of our own. Safe for any thread. */
public final class Refusals {
  /**
   * The request attribute with the sentence, a {@code String}; what servers say themselves is never
   * shown.
   */
  public static final String DETAIL = "fanweb.detail";

  /** The request attribute with the faults, a {@code List<Fault>}. */
  public static final String FAULTS = "fanweb.faults";

  /**
   * The request attribute with what kind of failure it is, a {@code String}, when its status does
   * not say enough: the page's texts are then those of {@code error.<kind>}.
   */
  public static final String KIND = "fanweb.kind";

  /** The request attribute with the name for programs, a {@code String}; may be empty. */
  public static final String CODE = "fanweb.code";

  private Refusals() {}

  /**
   * Ends the request with an error whose problem+json carries this sentence; a page for people
   * keeps its own.
   *
   * @param status the HTTP status, 400 to 599
   * @param detail one English sentence for the person who wrote the client: what is wrong and what
   *     would be right
   */
  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    request.setAttribute(DETAIL, detail);
    response.sendError(status);
  }

  /** Ends the request as a resource that throws this does. */
  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, RefusedException refusal)
      throws IOException {
    describe(request, refusal);
    refusal.headers().forEach(response::setHeader);
    response.sendError(refusal.reason().status());
  }

  /** Leaves word of what is wrong for whoever answers the request. */
  public static void describe(HttpServletRequest request, RefusedException refusal) {
    request.setAttribute(DETAIL, refusal.detail());
    request.setAttribute(FAULTS, refusal.faults());
    request.setAttribute(CODE, refusal.code());
  }
}
