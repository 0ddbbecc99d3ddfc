package fanweb.platform.errors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kind of answer somebody would rather have (RFC 9110, 12.5.1). */
public final class AcceptHeader {
  private AcceptHeader() {}

  /**
   * Whether JSON is wanted more than HTML.
   *
   * @param header the value of {@code Accept}; without one anything is as good
   */
  static boolean prefersJson(@Nullable String header) {
    if (header == null) {
      return false;
    }
    double json =
        Math.max(
            weight(header, "application", "json"), weight(header, "application", "problem+json"));
    return json > weight(header, "text", "html");
  }

  /**
   * Whether YAML (RFC 9512, or one of its older names) is wanted more than JSON.
   *
   * @param header the value of {@code Accept}; without one anything is as good
   */
  public static boolean prefersYaml(@Nullable String header) {
    return header != null
        && Stream.of("application/yaml", "text/yaml", "application/x-yaml")
            .map(type -> type.split("/", 2))
            .anyMatch(
                type -> weight(header, type[0], type[1]) > weight(header, "application", "json"));
  }

  private static double weight(String header, String type, String subtype) {
    String[] ranges = header.toLowerCase(Locale.ROOT).split(",", -1);
    for (String wanted : new String[] {type + "/" + subtype, type + "/*", "*/*"}) {
      for (String range : ranges) {
        String[] parts = range.split(";", -1);
        if (parts.length > 0 && parts[0].strip().equals(wanted)) {
          return quality(parts);
        }
      }
    }
    return 0;
  }

  private static double quality(String[] parts) {
    return Arrays.stream(parts)
        .map(String::strip)
        .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
        .mapToDouble(part -> Double.parseDouble(part.substring(2)))
        .findFirst()
        .orElse(1);
  }
}
