package fanweb.platform.rest;

import fanweb.platform.Fault;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a JSON body as a record, or as a {@link Patch} of one, and finds everything that is wrong
 * with it: syntax, unknown or repeated fields, types, then the record's Bean Validation
 * constraints. A resource gets a record that is right or is not called.
 *
 * <p>A reader of {@link Record}, not of {@link Object}: it must come before the server's own, which
 * Jersey prefers when both are for everything.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, StrictJsonReader.MERGE_PATCH})
public class StrictJsonReader implements MessageBodyReader<Record> {
  /** The media type of RFC 7396. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private final Jsonb jsonb = JsonbBuilder.create();

  @Inject private Validator validator;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = BoundedBody.read(body);
    JsonValue json = JsonText.parse(bytes);
    if (type.equals(Patch.class)) {
      Type changed = ((ParameterizedType) generic).getActualTypeArguments()[0];
      return patch(json, bytes, (Class<?>) changed);
    }
    Record record = bind(json, bytes, type);
    refuse(Violations.of(validator.validate(record)));
    return record;
  }

  private <T> Patch<T> patch(JsonValue json, byte[] bytes, Class<T> type) {
    T record = bind(json, bytes, type);
    Set<String> given = ((JsonObject) json).keySet();
    List<Fault> faults = new ArrayList<>();
    if (given.isEmpty()) {
      faults.add(Fault.inBody("", "changes nothing: name at least one field"));
    }
    for (String name : given) {
      faults.addAll(Violations.of(validator.validateProperty(record, name)));
    }
    refuse(faults);
    return new Patch<>(record, given);
  }

  private <T> T bind(JsonValue json, byte[] bytes, Class<T> type) {
    refuse(JsonShape.faults(json, type));
    return jsonb.fromJson(new String(bytes, StandardCharsets.UTF_8), type);
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
  }
}
