package fanweb.platform.errors;

import fanweb.platform.Fault;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;

/** Problem details for programs (RFC 9457). */
final class Problem {
  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /**
   * The details of a failure.
   *
   * @param detail one sentence for the person who wrote the program
   * @param code a name for the program; empty, and left out, when the status says enough
   * @param faults where something is wrong; left out when there are none
   */
  static JsonObject of(Failure failure, String detail, String code, List<Fault> faults) {
    JsonObjectBuilder problem =
        JSON.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", failure.reason())
            .add("status", failure.status())
            .add("detail", detail)
            .add("instance", failure.path())
            .add("requestId", failure.requestId());
    if (!code.isEmpty()) {
      problem.add("code", code);
    }
    if (!faults.isEmpty()) {
      JsonArrayBuilder errors = JSON.createArrayBuilder();
      faults.forEach(fault -> errors.add(of(fault)));
      problem.add("errors", errors);
    }
    return problem.build();
  }

  private static JsonObjectBuilder of(Fault fault) {
    String place = fault.place().name().toLowerCase(Locale.ROOT);
    // As a fragment, the way RFC 9457 shows it in section 3.
    String name = fault.place() == Fault.Place.POINTER ? "#" + fault.name() : fault.name();
    return JSON.createObjectBuilder().add("detail", fault.detail()).add(place, name);
  }
}
