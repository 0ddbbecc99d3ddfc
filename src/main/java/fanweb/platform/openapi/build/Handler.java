package fanweb.platform.openapi.build;

import fanweb.listing.Fields;
import fanweb.listing.Records;
import fanweb.platform.Patch;
import fanweb.platform.rest.Access;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * The method of a resource that does an operation, and what can be told of it without calling it.
 *
 * @param method annotated as JAX-RS wants it
 */
record Handler(Method method) {
  /**
   * The one with this id.
   *
   * @param operationId class and method, as in {@code fanweb.account.rest.UserResource_list}
   */
  static Handler of(String operationId) {
    int split = operationId.lastIndexOf('_');
    try {
      Class<?> resource = Class.forName(operationId.substring(0, split));
      return Stream.of(resource.getMethods())
          .filter(method -> method.getName().equals(operationId.substring(split + 1)))
          .findFirst()
          .map(Handler::new)
          .orElseThrow();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no resource for " + operationId, e);
    }
  }

  /** Who may call it. */
  Access access() {
    return Access.of(method);
  }

  /** What the things are called that it is about: the last word of its resource's path. */
  String collection() {
    String path = resource().getAnnotation(Path.class).value();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Class<?> resource() {
    return method.getDeclaringClass();
  }

  /** Whether it is about one thing. */
  boolean isForOne() {
    return parameters().anyMatch(parameter -> parameter.isAnnotationPresent(PathParam.class));
  }

  /** Whether it is about one thing with a number, which may not be there. */
  boolean mayBeMissing() {
    return parameters()
        .anyMatch(
            parameter ->
                parameter.isAnnotationPresent(PathParam.class)
                    && parameter.getType() == long.class);
  }

  /** Whether it answers with one thing. */
  private boolean tellsOne() {
    return method.getReturnType() == Response.class;
  }

  /** Whether it answers with one thing, which has a version. */
  boolean tellsVersion() {
    return tellsOne()
        && Stream.of(resource().getMethods())
            .map(Handler::new)
            .anyMatch(other -> other.isConditional() || other.takesVersion());
  }

  /** Whether it looks at the request's conditions before it tells. */
  boolean isConditional() {
    return parameters()
        .anyMatch(
            parameter ->
                parameter.getType() == Request.class
                    && parameter.isAnnotationPresent(Context.class));
  }

  /** Whether a change is for a certain version. */
  boolean takesVersion() {
    return parameters()
        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
        .anyMatch(header -> header != null && header.value().equals(HttpHeaders.IF_MATCH));
  }

  /** What the body is read as, or what it changes. */
  Optional<Class<?>> body() {
    return parameters()
        .filter(parameter -> parameter.getAnnotations().length == 0)
        .findFirst()
        .map(Parameter::getParameterizedType)
        .map(Handler::recordOf);
  }

  /** What is told when all is well, unless it is nothing. */
  Optional<Class<?>> answer() {
    APIResponseSchema named = method.getAnnotation(APIResponseSchema.class);
    return named == null
        ? Optional.<Class<?>>of(method.getReturnType()).filter(Class::isRecord)
        : Optional.of(named.value());
  }

  /** Whether the body names what is to be changed and leaves out the rest. */
  boolean patches() {
    return parameters().anyMatch(parameter -> parameter.getType() == Patch.class);
  }

  /**
   * What can be asked for, if it is about many: the constant {@code FIELDS} of the {@link Records}
   * that the resource works with.
   */
  Optional<Fields> fields() {
    boolean many = !isForOne() && !tellsOne();
    return Stream.of(resource().getDeclaredFields())
        .map(Field::getType)
        .filter(type -> many && Records.class.isAssignableFrom(type))
        .findFirst()
        .map(Handler::fieldsOf);
  }

  boolean changesMany() {
    return fields().isPresent() && !method.isAnnotationPresent(GET.class);
  }

  boolean deletes() {
    return method.isAnnotationPresent(DELETE.class);
  }

  private static Fields fieldsOf(Class<?> records) {
    try {
      return (Fields) records.getField("FIELDS").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(records + " does not say what it can be asked for", e);
    }
  }

  private static Class<?> recordOf(Type type) {
    return (Class<?>)
        (type instanceof ParameterizedType patch ? patch.getActualTypeArguments()[0] : type);
  }

  private Stream<Parameter> parameters() {
    return Arrays.stream(method.getParameters());
  }
}
