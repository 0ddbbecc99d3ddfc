package fanweb.platform.openapi.build;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import fanweb.platform.rest.Access;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What an operation may answer besides what its method says, and the form of all refusals.
 *
 * @param handler which does the operation
 */
record Answers(Handler handler) {
  private static final String WRONG_TOKEN = "The token is wrong";

  void complete(Operation operation) {
    APIResponses responses = operation.getResponses();
    refusals().forEach((status, why) -> addIfAbsent(responses, status, why));
    responses.getAPIResponses().forEach(this::complete);
    responses.setDefaultValue(
        createAPIResponse()
            .description("Anything else that went wrong, as 500 when it is our fault")
            .content(problem()));
  }

  private Map<String, String> refusals() {
    boolean versioned = handler.isConditional() || handler.takesVersion();
    boolean body = handler.body().isPresent();
    Map<String, String> refusals = new TreeMap<>();
    addIf(handler.isConditional(), refusals, "304", "It has not changed");
    addIf(
        body || versioned || handler.isForOne() || handler.fields().isPresent(),
        refusals,
        "400",
        "Something in the request is not allowed; `errors` says what and where");
    refusals.putAll(refusals(handler.access()));
    addIf(handler.mayBeMissing(), refusals, "404", "There is none with this number");
    refusals.put("406", "The answer would be JSON, which is not accepted");
    addIf(handler.changesMany(), refusals, "409", "They are not as many as `confirm` says");
    addIf(versioned, refusals, "412", "It has another version than `If-Match` says");
    addIf(body, refusals, "413", "The body is over 1 MiB");
    addIf(body, refusals, "415", "The body is not JSON by its `Content-Type`");
    return refusals;
  }

  private static Map<String, String> refusals(Access access) {
    return switch (access.kind()) {
      case PERMITTED ->
          Map.of(
              "401",
              "You are not signed in, or the token is wrong",
              "403",
              "It needs the permission `" + access.permission() + "`");
      case ITSELF ->
          Map.of("401", WRONG_TOKEN, "403", "A cookie came along without its CSRF token");
      default -> Map.of("401", WRONG_TOKEN);
    };
  }

  private static void addIf(
      boolean possible, Map<String, String> refusals, String status, String why) {
    if (possible) {
      refusals.put(status, why);
    }
  }

  private static void addIfAbsent(APIResponses responses, String status, String why) {
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(status, createAPIResponse().description(why));
    }
  }

  private void complete(String status, APIResponse answer) {
    if (status.compareTo("400") >= 0) {
      answer.setContent(problem());
    }
    switch (status) {
      case "200", "304" -> {
        if (handler.tellsVersion()) {
          header(answer, "ETag");
        }
      }
      case "201" -> {
        if (handler.tellsVersion()) {
          header(answer, "ETag");
        }
        header(answer, "Location");
      }
      case "401" -> header(answer, "WWW-Authenticate");
      case "429", "503" -> header(answer, "Retry-After");
      default -> {}
    }
  }

  private static void header(APIResponse answer, String name) {
    answer.addHeader(name, createHeader().ref(name));
  }

  private static Content problem() {
    return createContent()
        .addMediaType(
            "application/problem+json", createMediaType().schema(createSchema().ref("Problem")));
  }
}
