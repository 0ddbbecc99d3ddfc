package fanweb.platform.errors;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Problem details for programs (RFC 9457). */
final class Problem {
  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /**
   * The details of a failure.
   *
   * @param detail one sentence for the person who wrote the program
   */
  static JsonObject of(Failure failure, String detail) {
    return Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("title", failure.reason())
        .add("status", failure.status())
        .add("detail", detail)
        .add("instance", failure.path())
        .add("requestId", failure.requestId())
        .build();
  }
}
