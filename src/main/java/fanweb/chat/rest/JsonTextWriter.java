package fanweb.chat.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes answers that are JSON text already: events look the same however they are asked for. */
@Provider
public class JsonTextWriter implements MessageBodyWriter<JsonText> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == JsonText.class;
  }

  @Override
  public void writeTo(
      JsonText answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(answer.text().getBytes(StandardCharsets.UTF_8));
  }
}
