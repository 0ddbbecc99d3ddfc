package fanweb.platform.security;

import jakarta.servlet.http.HttpServlet;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What HTTP methods do, and which of them a servlet answers by the methods of its class. */
public final class HttpMethods {
  private static final Map<String, String> HANDLERS =
      Map.of(
          "doGet", "GET",
          "doPost", "POST",
          "doPut", "PUT",
          "doPatch", "PATCH",
          "doDelete", "DELETE");

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private HttpMethods() {}

  /** Whether requests with this method change nothing (RFC 9110, 9.2.1). */
  public static boolean isSafe(String method) {
    return SAFE.contains(method);
  }

  /**
   * Whether a servlet may do something when asked with a method: it has a handler of its own for
   * it, or handles all methods itself.
   */
  public static boolean mayAnswer(Class<?> servlet, String method) {
    return of(servlet).contains(method)
        || own(servlet).anyMatch(handler -> handler.getName().equals("service"));
  }

  /** The methods in alphabetical order, without HEAD and OPTIONS, which go along. */
  public static List<String> of(Class<?> servlet) {
    return own(servlet)
        .map(method -> HANDLERS.getOrDefault(method.getName(), ""))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Method> own(Class<?> servlet) {
    return Stream.<Class<?>>iterate(
            servlet, type -> type != null && type != HttpServlet.class, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()));
  }
}
