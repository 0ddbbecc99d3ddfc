package fanweb.manage.client;

import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How events are written, one a line. */
enum TailFormat {
  /**
   * Messages that have a text, as {@code offset<TAB>time<TAB>author<TAB>name<TAB>text}; see {@link
   * VisibleText#field}.
   */
  FIELDS {
    @Override
    Optional<String> line(JsonObject event, Charset charset) {
      if (!Frames.text(event, "type").equals("message") || !event.containsKey("text")) {
        return Optional.empty();
      }
      String offset = Long.toString(Frames.number(event, "offset").orElse(0));
      Stream<String> texts =
          Stream.of("at", "author", "name", "text")
              .map(name -> VisibleText.field(Frames.text(event, name), charset));
      return Optional.of(Stream.concat(Stream.of(offset), texts).collect(Collectors.joining("\t")));
    }
  },

  /** Every event as the server told it. */
  JSON {
    @Override
    Optional<String> line(JsonObject event, Charset charset) {
      return Optional.of(VisibleText.json(event.toString(), charset));
    }
  };

  /** The line of an event, without its end; empty when it has none. */
  abstract Optional<String> line(JsonObject event, Charset charset);
}
