package fanweb.platform.config;

import fanweb.platform.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process without a server. Looks where MicroProfile Config looks: system
 * properties, environment variables, then the defaults in {@code META-INF}; the first that knows a
 * setting wins. Any thread.
 */
public final class ProcessSettings {
  private static final String DEFAULTS = "/META-INF/microprofile-config.properties";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");
  private static final int DEEPEST = 5;

  private final Properties system;
  private final Map<String, String> environment;
  private final Properties defaults;

  ProcessSettings(Properties system, Map<String, String> environment, Properties defaults) {
    this.system = system;
    this.environment = environment;
    this.defaults = defaults;
  }

  /** Those of this process. */
  public static ProcessSettings ofProcess() {
    return new ProcessSettings(System.getProperties(), System.getenv(), packaged());
  }

  /** Those of a process that has these variables and no system property. */
  public static ProcessSettings of(Map<String, String> environment) {
    return new ProcessSettings(new Properties(), Map.copyOf(environment), packaged());
  }

  /** Reads them as typed values; references in values are resolved. */
  public SettingsReader reader() {
    return new SettingsReader(name -> find(name).map(Found::value));
  }

  /** A setting's value, and who gave it; empty for one that nobody knows. */
  public Optional<Found> find(String name) {
    return lookup(name).map(found -> new Found(expand(found.value(), DEEPEST), found.origin()));
  }

  /** What a setting is when nobody sets it; empty for one without a default. */
  public Optional<String> defaultOf(String name) {
    return Optional.ofNullable(defaults.getProperty(name)).map(value -> expand(value, DEEPEST));
  }

  /** The names of all settings that have a default. */
  public Stream<String> names() {
    return defaults.stringPropertyNames().stream().sorted();
  }

  /**
   * A value and where it comes from.
   *
   * @param value with all references resolved
   * @param origin the name of the system property or the environment variable, empty for the
   *     default
   */
  public record Found(String value, String origin) {}

  private Optional<Found> lookup(String name) {
    String underscored = name.replaceAll("[^A-Za-z0-9]", "_");
    String upper = underscored.toUpperCase(Locale.ROOT);
    return Stream.of(
            from(system::getProperty, name, "-D" + name),
            from(environment::get, name, name),
            from(environment::get, underscored, underscored),
            from(environment::get, upper, upper),
            from(defaults::getProperty, name, ""))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Found> from(
      Function<String, @Nullable String> source, String name, String origin) {
    return Optional.ofNullable(source.apply(name)).map(value -> new Found(value, origin));
  }

  /** References in what a reference stands for count too; one that leads to itself ends here. */
  private String expand(String value, int depth) {
    return REFERENCE
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(depth == 0 ? "" : resolve(found, depth)));
  }

  private String resolve(MatchResult found, int depth) {
    String value = lookup(found.group(1)).map(Found::value).orElse(orEmpty(found.group(2)));
    return expand(value, depth - 1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The defaults that lie beside the classes. */
  static Properties packaged() {
    Properties properties = new Properties();
    try (InputStream stream = ProcessSettings.class.getResourceAsStream(DEFAULTS)) {
      if (stream == null) {
        throw new IllegalStateException(DEFAULTS + " is not beside the classes");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
