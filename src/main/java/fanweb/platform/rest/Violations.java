package fanweb.platform.rest;

import fanweb.platform.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Broken constraints as faults of a body. */
final class Violations {
  private Violations() {}

  static <T> List<Fault> of(Set<ConstraintViolation<T>> violations) {
    return violations.stream()
        .map(broken -> Fault.inBody(pointer(broken.getPropertyPath()), broken.getMessage()))
        .sorted(Comparator.comparing(Fault::name).thenComparing(Fault::detail))
        .limit(JsonShape.MOST_FAULTS)
        .toList();
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
