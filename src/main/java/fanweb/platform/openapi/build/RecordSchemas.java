package fanweb.platform.openapi.build;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import fanweb.platform.OneLine;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** The schemas of records, made as true as the records are. */
final class RecordSchemas {
  /** One that is not blank and has no control characters, as {@link OneLine} has it. */
  private static final String ONE_LINE = "^(?=.*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]+$";

  private static final Set<String> WRITTEN_BY_HAND =
      Set.of("Problem", "Fault", "EventPage", "Event");

  private final Components components;
  private final Set<String> used = new HashSet<>(WRITTEN_BY_HAND);

  RecordSchemas(Components components) {
    this.components = components;
  }

  /**
   * What is read: nothing but these fields, each as its constraints say.
   *
   * @param patches whether fields may be left out, but not all of them
   */
  void ofRequest(Class<?> type, boolean patches) {
    if (used.add(type.getSimpleName())) {
      Schema schema = inOrder(type);
      schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
      if (patches) {
        schema.setMinProperties(1);
      }
      for (RecordComponent field : type.getRecordComponents()) {
        constrain(property(schema, field), field);
      }
    }
  }

  /** What is told: every field, always. */
  void ofAnswer(Class<?> type) {
    if (used.add(type.getSimpleName())) {
      Schema schema = inOrder(type);
      schema.setRequired(List.copyOf(schema.getProperties().keySet()));
      for (RecordComponent field : type.getRecordComponents()) {
        if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          property(schema, field).addType(SchemaType.NULL);
        }
        recordsIn(field.getGenericType()).forEach(this::ofAnswer);
      }
    }
  }

  /** Takes away what is known to the code alone. */
  void removeUnused() {
    Set.copyOf(components.getSchemas().keySet()).stream()
        .filter(name -> !used.contains(name))
        .forEach(components::removeSchema);
  }

  private Schema inOrder(Class<?> type) {
    String name = type.getSimpleName();
    Schema schema = Objects.requireNonNull(components.getSchemas().get(name), name);
    Map<String, Schema> fields = new LinkedHashMap<>();
    for (RecordComponent field : type.getRecordComponents()) {
      fields.put(field.getName(), property(schema, field));
    }
    schema.setProperties(fields);
    return schema;
  }

  private static Schema property(Schema schema, RecordComponent field) {
    return Objects.requireNonNull(schema.getProperties().get(field.getName()), field.getName());
  }

  private static void constrain(Schema schema, RecordComponent field) {
    OneLine line = field.getAnnotatedType().getAnnotation(OneLine.class);
    if (line != null) {
      schema.minLength(1).maxLength(line.max()).pattern(ONE_LINE);
    }
    Pattern pattern = field.getAccessor().getAnnotation(Pattern.class);
    if (pattern != null) {
      // Bean Validation means the whole text, JSON Schema any part of it.
      schema.setPattern("^(?:" + pattern.regexp() + ")$");
    }
    if (field.getAccessor().isAnnotationPresent(JsonbNillable.class)) {
      schema.addType(SchemaType.NULL);
    }
  }

  private static List<Class<?>> recordsIn(Type type) {
    Type[] found =
        type instanceof ParameterizedType list ? list.getActualTypeArguments() : new Type[] {type};
    return Arrays.stream(found).<Class<?>>map(Class.class::cast).filter(Class::isRecord).toList();
  }
}
