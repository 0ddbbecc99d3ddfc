package fanweb.platform.health;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** The JSON of MicroProfile Health 4, section 4. */
final class Report {
  /** Kept, because jakarta.json.Json looks for it in all jars at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Report() {}

  /** Up when every check is, also without any. */
  static JsonObject of(List<Readiness.Outcome> outcomes) {
    JsonArrayBuilder checks = JSON.createArrayBuilder();
    outcomes.forEach(
        outcome ->
            checks.add(
                JSON.createObjectBuilder()
                    .add("name", outcome.name())
                    .add("status", word(outcome.up()))));
    return JSON.createObjectBuilder()
        .add("status", word(isUp(outcomes)))
        .add("checks", checks)
        .build();
  }

  static boolean isUp(List<Readiness.Outcome> outcomes) {
    return outcomes.stream().allMatch(Readiness.Outcome::up);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
