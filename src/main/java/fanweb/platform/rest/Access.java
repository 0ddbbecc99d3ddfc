package fanweb.platform.rest;

import fanweb.platform.OpenToGuests;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Who may use a method of a resource, as it is annotated.
 *
 * @param kind who
 * @param permission that one needs; empty unless it is {@link Kind#PERMITTED}
 */
public record Access(Kind kind, String permission) {
  /** Everybody. */
  public static final Access OPEN = new Access(Kind.EVERYBODY, "");

  /** Kinds of access. */
  public enum Kind {
    /** Whoever comes. */
    EVERYBODY,
    /** The method itself finds out. */
    ITSELF,
    /** Whoever has a permission. */
    PERMITTED,
    /** Nobody, because it does not say. */
    NOBODY
  }

  /** Who may use a method: the project's rule, which is that what is not opened is closed. */
  public static Access of(Method method) {
    RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed != null && allowed.value().length == 1) {
      return new Access(Kind.PERMITTED, allowed.value()[0]);
    }
    if (method.isAnnotationPresent(PermitAll.class)) {
      return OPEN;
    }
    return new Access(
        method.isAnnotationPresent(OpenToGuests.class) ? Kind.ITSELF : Kind.NOBODY, "");
  }

  /** Whether a method answers requests itself. */
  static boolean answers(Method method) {
    return Stream.of(method.getAnnotations())
        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
