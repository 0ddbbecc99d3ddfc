package fanweb.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document of an API as something to measure requests and answers by.
 *
 * @param json all of it
 */
record OpenApiDocument(JsonObject json) {
  /**
   * Something the API does.
   *
   * @param id its name in the document
   * @param method the HTTP method in upper case
   * @param path with a name in braces for what varies
   * @param told what the document says of it
   */
  record Operation(String id, String method, String path, JsonObject told) {
    /** The statuses it may answer, leaving out the default for the rest. */
    Set<String> statuses() {
      Set<String> statuses = new TreeSet<>(told.getJsonObject("responses").keySet());
      statuses.remove("default");
      return statuses;
    }

    /** The permissions that the document says one needs; one that is no permission for none. */
    List<String> needs() {
      List<String> codes =
          told.getJsonArray("security").getValuesAs(JsonObject.class).stream()
              .filter(scheme -> scheme.containsKey("token"))
              .flatMap(
                  scheme -> scheme.getJsonArray("token").getValuesAs(JsonString.class).stream())
              .map(JsonString::getString)
              .toList();
      return codes.isEmpty() ? List.of("none") : codes;
    }

    /** Whether the document says that anybody may do it. */
    boolean isOpen() {
      return told.containsKey("security") && told.getJsonArray("security").isEmpty();
    }
  }

  static OpenApiDocument parse(String text) {
    return new OpenApiDocument(value(text).asJsonObject());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    json.getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach((method, told) -> operations.add(of(method, path, told))));
    return operations;
  }

  private static Operation of(String method, String path, JsonValue told) {
    JsonObject object = told.asJsonObject();
    return new Operation(
        object.getString("operationId"), method.toUpperCase(Locale.ROOT), path, object);
  }

  /** In what an answer is not as the document says; nothing when it is. */
  List<String> faults(Operation operation, HttpResponse<String> answer) {
    JsonObject told =
        operation
            .told()
            .getJsonObject("responses")
            .getJsonObject(Integer.toString(answer.statusCode()));
    if (told == null) {
      return List.of("status " + answer.statusCode() + " is not in the document");
    }
    List<String> faults = new ArrayList<>(contentFaults(told.getJsonObject("content"), answer));
    if (told.containsKey("headers")) {
      told.getJsonObject("headers").keySet().stream()
          .filter(name -> answer.headers().firstValue(name).isEmpty())
          .forEach(name -> faults.add("no header " + name));
    }
    return faults;
  }

  private List<String> contentFaults(@Nullable JsonObject content, HttpResponse<String> answer) {
    if (content == null) {
      return answer.body().isEmpty() ? List.of() : List.of("a body that is not in the document");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    return content.containsKey(type)
        ? fit(value(answer.body()), content.getJsonObject(type))
        : List.of("content is " + type + ", not " + content.keySet());
  }

  /** In what a request that was granted is not as the document says. */
  List<String> faults(Operation operation, String query, @Nullable String body) {
    Set<String> known = new TreeSet<>();
    if (operation.told().containsKey("parameters")) {
      operation.told().getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
          .filter(parameter -> parameter.getString("in").equals("query"))
          .forEach(parameter -> known.add(parameter.getString("name")));
    }
    List<String> faults =
        new ArrayList<>(
            Stream.of(query.split("&", -1))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .map(name -> "parameter " + name + " is not in the document")
                .toList());
    JsonObject told = operation.told().getJsonObject("requestBody");
    if (body != null && told != null) {
      JsonObject json = told.getJsonObject("content").getJsonObject("application/json");
      faults.addAll(fit(value(body), json));
    } else if (body != null) {
      faults.add("a body that is not in the document");
    }
    return faults;
  }

  private List<String> fit(JsonValue value, JsonObject media) {
    return new JsonSchema(json).faults(value, media.getJsonObject("schema"));
  }

  private static JsonValue value(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
