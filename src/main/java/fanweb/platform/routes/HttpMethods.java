package fanweb.platform.routes;

import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which HTTP methods a servlet answers, by the methods its class has of its own. */
public final class HttpMethods {
  private static final Map<String, String> HANDLERS =
      Map.of(
          "doGet", "GET",
          "doPost", "POST",
          "doPut", "PUT",
          "doPatch", "PATCH",
          "doDelete", "DELETE");

  private HttpMethods() {}

  /** The methods in alphabetical order, without HEAD and OPTIONS, which go along. */
  public static List<String> of(Class<?> servlet) {
    return Stream.<Class<?>>iterate(
            servlet, type -> type != null && type != HttpServlet.class, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .map(method -> HANDLERS.getOrDefault(method.getName(), ""))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
