package fanweb.platform.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query without decoding it. {@code getParameter} would consume the body of a form before
 * its handler sees it.
 */
final class QueryString {
  private QueryString() {}

  /** The raw value of the first parameter of that name. */
  static Optional<String> first(@Nullable String query, String name) {
    String start = name + "=";
    return parts(query)
        .filter(part -> part.startsWith(start))
        .map(part -> part.substring(start.length()))
        .findFirst();
  }

  /** The query with this value of a parameter in place of all others of that name. */
  static String with(@Nullable String query, String name, String value) {
    Stream<String> others = parts(query).filter(part -> !part.startsWith(name + "="));
    return Stream.concat(others, Stream.of(name + "=" + value)).collect(Collectors.joining("&"));
  }

  private static Stream<String> parts(@Nullable String query) {
    return query == null
        ? Stream.empty()
        : Arrays.stream(query.split("&")).filter(part -> !part.isEmpty());
  }
}
