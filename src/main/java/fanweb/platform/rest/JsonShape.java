package fanweb.platform.rest;

import fanweb.platform.Fault;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a JSON value with the record it is to become. JSON binding itself drops what it does not
 * know and turns one type into another; here both are faults. {@code null} may stand only for a
 * component marked {@link JsonbNillable}; whether something is missing is the constraints' affair.
 */
final class JsonShape {
  /** The most that are told of one body. */
  static final int MOST_FAULTS = 20;

  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST_SHOWN = 60;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");

  private final List<Fault> faults = new ArrayList<>();

  private JsonShape() {}

  /** Everything that does not fit, in the order of the text; none when all does. */
  static List<Fault> faults(JsonValue value, Class<?> type) {
    JsonShape shape = new JsonShape();
    shape.check(value, type, "");
    return List.copyOf(shape.faults);
  }

  private void check(JsonValue value, Type type, String pointer) {
    if (type instanceof ParameterizedType list) {
      checkList(value, list.getActualTypeArguments()[0], pointer);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      checkRecord(value, record, pointer);
    } else if (type == String.class) {
      checkText(value, pointer);
    } else if (type == Boolean.class || type == boolean.class) {
      demand(value == JsonValue.TRUE || value == JsonValue.FALSE, pointer, "must be true or false");
    } else if (type == Integer.class || type == int.class) {
      checkNumber(value, Integer.MIN_VALUE, Integer.MAX_VALUE, pointer);
    } else if (type == Long.class || type == long.class) {
      checkNumber(value, Long.MIN_VALUE, Long.MAX_VALUE, pointer);
    } else {
      throw new IllegalArgumentException("no JSON is read as " + type);
    }
  }

  private void checkRecord(JsonValue value, Class<?> type, String pointer) {
    if (!(value instanceof JsonObject object)) {
      demand(false, pointer, "must be an object");
      return;
    }
    Map<String, RecordComponent> known =
        Arrays.stream(type.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    object.forEach(
        (name, member) -> {
          String at = pointer + "/" + shown(name).replace("~", "~0").replace("/", "~1");
          RecordComponent component = known.get(name);
          if (component == null) {
            demand(false, at, "is no field here; there are " + names(type));
          } else if (member != JsonValue.NULL
              || !component.getAccessor().isAnnotationPresent(JsonbNillable.class)) {
            check(member, component.getGenericType(), at);
          }
        });
  }

  private void checkList(JsonValue value, Type item, String pointer) {
    if (value instanceof JsonArray array) {
      demand(array.size() <= MOST_ITEMS, pointer, "must have at most " + MOST_ITEMS + " items");
      for (int i = 0; i < array.size() && faults.size() < MOST_FAULTS; i++) {
        check(array.get(i), item, pointer + "/" + i);
      }
    } else {
      demand(false, pointer, "must be an array");
    }
  }

  private void checkText(JsonValue value, String pointer) {
    if (value instanceof JsonString text) {
      boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text.getString());
      demand(whole, pointer, "must be Unicode text, without halves of surrogate pairs");
    } else {
      demand(false, pointer, "must be a string");
    }
  }

  private void checkNumber(JsonValue value, long min, long max, String pointer) {
    String text = value instanceof JsonNumber ? value.toString() : "";
    boolean fits =
        WHOLE.matcher(text).matches()
            && new BigInteger(text).compareTo(BigInteger.valueOf(min)) >= 0
            && new BigInteger(text).compareTo(BigInteger.valueOf(max)) <= 0;
    demand(fits, pointer, "must be a whole number from " + min + " to " + max);
  }

  private void demand(boolean right, String pointer, String otherwise) {
    if (!right && faults.size() < MOST_FAULTS) {
      faults.add(Fault.inBody(pointer, otherwise));
    }
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
  }
}
