package fanweb.system;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks JSON values against the schemas of a document, as far as ours go: a keyword that is not
 * known here is an error, not ignored. A field that its schema does not name is one too, for then
 * the document does not tell all.
 *
 * @param document which references lead into
 */
record JsonSchema(JsonObject document) {
  private static final JsonProvider JSON = JsonProvider.provider();

  /** What is wrong with a value; nothing when it fits. */
  List<String> faults(JsonValue value, JsonObject schema) {
    List<String> faults = new ArrayList<>();
    check(value, schema, "", faults);
    return faults;
  }

  /** What a reference leads to, or the same object when it is none. */
  JsonObject resolve(JsonObject maybe) {
    if (!maybe.containsKey("$ref")) {
      return maybe;
    }
    JsonPointer pointer = JSON.createPointer(maybe.getString("$ref").substring(1));
    return pointer.getValue(document).asJsonObject();
  }

  private void check(JsonValue value, JsonObject maybe, String at, List<String> faults) {
    JsonObject schema = resolve(maybe);
    if (!types(schema).contains(typeOf(value))) {
      faults.add(at + " is " + typeOf(value) + ", not " + types(schema));
      return;
    }
    schema.forEach(
        (keyword, rule) -> {
          if (!holds(value, keyword, rule)) {
            faults.add(at + " " + value + " breaks " + keyword + " " + rule);
          }
        });
    if (value instanceof JsonObject object) {
      checkFields(object, schema.getJsonObject("properties"), at, faults);
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> check(item, schema.getJsonObject("items"), at + "/-", faults));
    }
  }

  private void checkFields(JsonObject object, JsonObject known, String at, List<String> faults) {
    object.forEach(
        (name, field) -> {
          if (known.containsKey(name)) {
            check(field, known.getJsonObject(name), at + "/" + name, faults);
          } else {
            faults.add(at + "/" + name + " is not in the document");
          }
        });
  }

  private static boolean holds(JsonValue value, String keyword, JsonValue rule) {
    return switch (keyword) {
      case "type", "properties", "additionalProperties", "items" -> true;
      case "description", "format", "default", "examples", "writeOnly", "style" -> true;
      case "required" ->
          rule.asJsonArray().getValuesAs(JsonString::getString).stream()
              .allMatch(value.asJsonObject()::containsKey);
      case "minProperties" -> value.asJsonObject().size() >= number(rule);
      case "maxProperties" -> value.asJsonObject().size() <= number(rule);
      case "minItems" -> value.asJsonArray().size() >= number(rule);
      case "maxItems" -> value.asJsonArray().size() <= number(rule);
      case "minimum" -> value == JsonValue.NULL || number(value) >= number(rule);
      case "maximum" -> value == JsonValue.NULL || number(value) <= number(rule);
      case "minLength" -> !(value instanceof JsonString text) || length(text) >= number(rule);
      case "maxLength" -> !(value instanceof JsonString text) || length(text) <= number(rule);
      case "pattern" ->
          !(value instanceof JsonString text)
              || Pattern.compile(((JsonString) rule).getString()).matcher(text.getString()).find();
      case "enum" -> rule.asJsonArray().contains(value);
      default -> throw new IllegalArgumentException("no rule for the keyword " + keyword);
    };
  }

  private static long length(JsonString text) {
    return text.getString().codePoints().count();
  }

  private static long number(JsonValue value) {
    return ((JsonNumber) value).longValueExact();
  }

  private static List<String> types(JsonObject schema) {
    JsonValue type = schema.get("type");
    return type instanceof JsonArray several
        ? several.getValuesAs(JsonString::getString)
        : List.of(schema.getString("type"));
  }

  private static String typeOf(JsonValue value) {
    return switch (value.getValueType()) {
      case NUMBER -> ((JsonNumber) value).isIntegral() ? "integer" : "number";
      case TRUE, FALSE -> "boolean";
      default -> value.getValueType().name().toLowerCase(Locale.ROOT);
    };
  }
}
