package fanweb.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts pieces out of source files. Relies on the format that the build enforces: a class ends with
 * a brace in the first column, a method of it with one in the third.
 */
final class SourceExcerpt {
  private static final String INDENT = "  ";
  private static final String METHOD_END = INDENT + "}";
  private static final Pattern CLASS_START =
      Pattern.compile("@.*|[a-z ]*\\b(class|record|enum|interface) \\w.*");

  private SourceExcerpt() {}

  /**
   * A class from its first annotation to its last brace, without package, imports and the comment
   * on it.
   *
   * @throws IllegalArgumentException when there is none
   */
  static String ofClass(String file) {
    List<String> lines = file.lines().toList();
    int start = 0;
    while (start < lines.size() && !CLASS_START.matcher(lines.get(start)).matches()) {
      start++;
    }
    int end = lines.lastIndexOf("}") + 1;
    if (start >= end) {
      throw new IllegalArgumentException("no class in: " + file);
    }
    return String.join("\n", lines.subList(start, end));
  }

  /**
   * All methods of this name from their annotations to their last braces, without the comments on
   * them.
   *
   * @throws IllegalArgumentException when there is none
   */
  static String ofMethod(String file, String name) {
    List<String> lines = file.lines().toList();
    Pattern head = Pattern.compile(INDENT + "\\w[^=;]*[ >]" + Pattern.quote(name) + "\\([^;]*");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (head.matcher(lines.get(i)).matches()) {
        found.add(method(lines, i));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no method " + name + " in: " + file);
    }
    return String.join("\n\n", found);
  }

  private static String method(List<String> lines, int head) {
    int start = head;
    while (isAnnotation(lines.get(start - 1))) {
      start--;
    }
    int length = lines.subList(head, lines.size()).indexOf(METHOD_END);
    boolean empty = lines.get(head).endsWith("{}");
    List<String> piece = lines.subList(start, empty ? head + 1 : head + length + 1);
    return piece.stream()
        .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
        .reduce((above, below) -> above + "\n" + below)
        .orElseThrow();
  }

  /** Or the rest of a long one; comments, other methods and fields end in their own ways. */
  private static boolean isAnnotation(String line) {
    return line.startsWith(INDENT)
        && !line.equals(METHOD_END)
        && !line.endsWith("*/")
        && !line.endsWith("{}")
        && !line.endsWith(";");
  }
}
