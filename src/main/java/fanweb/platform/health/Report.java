package fanweb.platform.health;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** The JSON of MicroProfile Health 4, section 4. */
final class Report {
  private Report() {}

  /** Up when every check is, also without any. */
  static JsonObject of(List<Readiness.Outcome> outcomes) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    outcomes.forEach(
        outcome ->
            checks.add(
                Json.createObjectBuilder()
                    .add("name", outcome.name())
                    .add("status", word(outcome.up()))));
    return Json.createObjectBuilder()
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
