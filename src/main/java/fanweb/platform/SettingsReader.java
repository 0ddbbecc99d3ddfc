package fanweb.platform;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads settings as typed values and says in one line what is wrong with one. Knows no source of
 * its own: in a server it is MicroProfile Config, elsewhere whatever the caller looks values up in.
 * Safe for any thread.
 */
public final class SettingsReader {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern UNSAFE_IN_URL = Pattern.compile("[;\"\\p{Cntrl}]");
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern BASE_PATH = Pattern.compile("/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+");

  /** Of a URL that is wrong nobody knows where its password ends. */
  private static final Pattern SECRET_NAME = Pattern.compile(".*\\.(password|token|redis\\.url)");

  private final Function<String, Optional<String>> lookup;

  /**
   * Reads from the given source.
   *
   * @param lookup the value of a setting by its name; empty when it has none
   */
  public SettingsReader(Function<String, Optional<String>> lookup) {
    this.lookup = lookup;
  }

  /** Whether the value of a setting is a password or a token, or may have one in it. */
  public static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches();
  }

  /**
   * A whole number.
   *
   * @throws InvalidSettingException when it is something else or out of bounds
   */
  public int integer(String name, int min, int max) {
    String value = raw(name);
    if (WHOLE_NUMBER.matcher(value).matches()) {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return (int) number;
      }
    }
    throw new InvalidSettingException(
        name, value, "must be a whole number from " + min + " to " + max);
  }

  /**
   * Yes or no.
   *
   * @throws InvalidSettingException unless it is {@code true} or {@code false}
   */
  public boolean bool(String name) {
    return choice(name, "true", "false").equals("true");
  }

  /**
   * One of several words, in any case; answered as given in {@code allowed}.
   *
   * @throws InvalidSettingException when it is another
   */
  public String choice(String name, String... allowed) {
    String value = raw(name);
    return Arrays.stream(allowed)
        .filter(word -> word.equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    name, value, "must be " + String.join(" or ", allowed)));
  }

  /**
   * Any text but none.
   *
   * @throws InvalidSettingException when it is empty
   */
  public String text(String name) {
    String value = raw(name);
    if (value.isEmpty()) {
      throw new InvalidSettingException(name, value, "must not be empty");
    }
    return value;
  }

  /**
   * A secret, or an empty text when there is none.
   *
   * @throws InvalidSettingException when it is shorter than {@code min} characters, or has one that
   *     could not be sent in a header
   */
  public String secret(String name, int min) {
    String value = raw(name);
    if (value.isEmpty() || (SECRET.matcher(value).matches() && value.length() >= min)) {
      return value;
    }
    throw new InvalidSettingException(
        name, value, "must be empty, or at least " + min + " ASCII characters without spaces");
  }

  /** Several texts with commas between them; none when it is empty. */
  public List<String> list(String name) {
    return Arrays.stream(raw(name).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * Several web origins with commas between them, in lower case, without the port that goes without
   * saying.
   *
   * @throws InvalidSettingException when one of them is more or less than {@code scheme://host} or
   *     {@code scheme://host:port}
   */
  public List<String> origins(String name) {
    return list(name).stream().map(item -> origin(name, item)).distinct().toList();
  }

  /**
   * Several IP addresses and networks with commas between them.
   *
   * @throws InvalidSettingException when one of them is anything else, a name of a host above all
   */
  public List<String> networks(String name) {
    List<String> networks = list(name);
    networks.stream()
        .filter(item -> !ClientAddresses.isNetwork(item))
        .findFirst()
        .ifPresent(
            item -> {
              throw new InvalidSettingException(
                  name,
                  item,
                  "must be addresses and networks like 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32, with"
                      + " commas between them");
            });
    return networks;
  }

  /**
   * Where something is served: a path that starts and ends with {@code /}, or an absolute http(s)
   * URL whose path does. The path is never the root itself, which belongs to the pages.
   *
   * @throws InvalidSettingException when it is anything else
   */
  public URI base(String name) {
    String value = raw(name);
    return parse(value)
        .filter(
            uri ->
                uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null)
        .filter(uri -> uri.isAbsolute() ? isWeb(uri) : uri.getRawAuthority() == null)
        .filter(uri -> uri.getRawPath() != null && BASE_PATH.matcher(uri.getRawPath()).matches())
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    name,
                    value,
                    "must be a path like /static/ or an http(s) URL like https://cdn.example.org/static/"));
  }

  /**
   * An absolute path of the file system that may stand in the URL of a database; it need not exist.
   *
   * @throws InvalidSettingException when it is anything else
   */
  public Path path(String name) {
    String value = verbatim(name);
    try {
      Path path = Path.of(value);
      if (path.isAbsolute() && !UNSAFE_IN_URL.matcher(value).find()) {
        return path.normalize();
      }
    } catch (InvalidPathException e) {
      // Refused below, like the others.
    }
    throw new InvalidSettingException(
        name, value, "must be an absolute path without ; or \" or control characters");
  }

  /** The text as it is, with its blanks and its case: for what a server takes so. */
  public String verbatim(String name) {
    return lookup.apply(name).orElse("");
  }

  private String raw(String name) {
    return verbatim(name).strip();
  }

  private static String origin(String name, String item) {
    String lower = item.toLowerCase(Locale.ROOT);
    return parse(lower)
        .filter(uri -> isWeb(uri) && lower.equals(uri.getScheme() + "://" + uri.getRawAuthority()))
        .filter(
            uri -> uri.getRawUserInfo() == null && uri.getPort() <= 65_535 && !lower.endsWith(":"))
        .map(uri -> uri.getScheme() + "://" + uri.getHost() + portOf(uri))
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    name,
                    item,
                    "must be exact origins like https://example.org, with commas between them"));
  }

  private static String portOf(URI uri) {
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
  }

  private static boolean isWeb(URI uri) {
    return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
        && uri.getHost() != null
        && HOST.matcher(uri.getHost()).matches();
  }

  private static Optional<URI> parse(String value) {
    try {
      return Optional.of(URI.create(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
