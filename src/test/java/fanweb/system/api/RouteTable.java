package fanweb.system.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code routes.txt}: every route, and what each {@link Principal} is answered.
 *
 * @param rows in the order of the file
 */
record RouteTable(List<Row> rows) {
  /**
   * A route.
   *
   * @param method the HTTP method, or {@code WS}
   * @param path with names in braces for what varies
   * @param answers the expected answer of each principal: {@code yes}, or a status that refuses;
   *     {@code 400} where what is sent is not meant to be right
   */
  record Row(String method, String path, Map<Principal, String> answers) {
    String route() {
      return method + " " + path;
    }
  }

  static RouteTable read() {
    List<String> lines = lines();
    List<Principal> columns =
        cells(lines.get(0))
            .skip(1)
            .map(name -> name.toUpperCase(Locale.ROOT))
            .map(Principal::valueOf)
            .toList();
    return new RouteTable(lines.stream().skip(1).map(line -> row(line, columns)).toList());
  }

  private static Row row(String line, List<Principal> columns) {
    List<String> cells = cells(line).toList();
    String[] route = cells.get(0).split(" +", 2);
    Map<Principal, String> answers = new EnumMap<>(Principal.class);
    for (int i = 0; i < columns.size(); i++) {
      answers.put(columns.get(i), cells.get(i + 1));
    }
    return new Row(route[0], route[1], answers);
  }

  private static Stream<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip);
  }

  private static List<String> lines() {
    try (InputStream text =
        Objects.requireNonNull(RouteTable.class.getResourceAsStream("routes.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows by their routes. */
  Map<String, Row> byRoute() {
    return rows.stream().collect(Collectors.toMap(Row::route, Function.identity()));
  }
}
