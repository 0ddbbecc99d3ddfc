package fanweb.platform.errors;

import java.util.Map;

/**
 * What went wrong with one request.
 *
 * @param status the HTTP status, 400 to 599
 * @param method the request's method
 * @param path its path as it was sent
 * @param requestId its id
 * @param kind which texts fit better than those of its status; empty for none
 */
public record Failure(int status, String method, String path, String requestId, String kind) {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(426, "Upgrade Required"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"));

  /** The words that go with the status, in English as in HTTP. */
  public String reason() {
    return REASONS.getOrDefault(status, status < 500 ? "Bad Request" : "Internal Server Error");
  }

  /** Whether nothing is where it was looked for, so that a list of what there is may help. */
  boolean isNoPage() {
    return status == 404 && kind.isEmpty();
  }

  /**
   * The key of its texts: each status that people meet has its own, the others share one by kind.
   */
  public String key() {
    if (!kind.isEmpty()) {
      return "error." + kind;
    }
    return switch (status) {
      case 400, 401, 403, 404, 405, 406, 412, 413, 415, 503 -> "error." + status;
      default -> status < 500 ? "error.400" : "error.500";
    };
  }
}
