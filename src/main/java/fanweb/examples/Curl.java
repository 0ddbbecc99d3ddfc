package fanweb.examples;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The same request on a command line, ready to be pasted; {@code curl.js} writes the same. */
public final class Curl {
  private static final String NEXT_LINE = " \\\n  ";

  private Curl() {}

  /**
   * The command, on several lines.
   *
   * @param base where the application is, as in {@code http://127.0.0.1:8080}
   */
  public static String of(String base, Variant variant) {
    List<String> parts = new ArrayList<>();
    boolean read = variant.method().equals("GET");
    String url = URI.create(base + variant.path()).toASCIIString();
    parts.add("curl -i" + (read ? "" : " -X " + variant.method()) + " " + quoted(url));
    variant.headers().lines().forEach(header -> parts.add("-H " + quoted(header)));
    switch (variant.access()) {
      case BEARER -> parts.add("-H \"Authorization: Bearer $FANWEB_API_TOKEN\"");
      case TOKEN -> parts.add("-b jar -H \"X-CSRFToken: $TOKEN\"");
      case NO_TOKEN -> parts.add("-b jar");
      default -> {}
    }
    if (!variant.body().isEmpty()) {
      parts.add("--data-raw " + quoted(variant.body()));
    }
    return before(variant.access(), quoted(base + "/examples/csrf/"))
        + String.join(NEXT_LINE, parts);
  }

  /** What gets the token, or only the cookie, that the command then sends. */
  private static String before(Access access, String url) {
    return switch (access) {
      case TOKEN -> "TOKEN=$(curl -s -c jar " + url + " | cut -d'\"' -f4)\n";
      case NO_TOKEN -> "curl -s -o /dev/null -c jar " + url + "\n";
      default -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
