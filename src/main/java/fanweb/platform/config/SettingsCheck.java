package fanweb.platform.config;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import fanweb.platform.launch.FailedStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * Checks all settings without a server, so that a launcher can refuse to start one. Looks where
 * MicroProfile Config looks: system properties, environment variables, then the defaults in {@code
 * META-INF}.
 */
public final class SettingsCheck {
  private static final String DEFAULTS = "/META-INF/microprofile-config.properties";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");

  private static final int DEEPEST = 5;

  private final Map<String, String> environment;

  private final Properties system;
  private final Properties defaults;

  /** Checks what these three say together; the first that knows a setting wins. */
  SettingsCheck(Properties system, Map<String, String> environment, Properties defaults) {
    this.system = system;
    this.environment = environment;
    this.defaults = defaults;
  }

  /**
   * Ends with 0 in silence when all settings are right, with 2 and one line on standard error when
   * one is not.
   */
  public static void main(String[] args) {
    System.exit(
        new SettingsCheck(System.getProperties(), System.getenv(), packaged()).run(System.err));
  }

  int run(PrintStream err) {
    SettingsReader settings =
        new SettingsReader(name -> lookup(name).map(value -> expand(value, DEEPEST)));
    try {
      // What is weak but will do is told by the server's own log.
      List<Weakness> unused = StartCheck.run(settings);
      return 0;
    } catch (InvalidSettingException e) {
      err.println(FailedStart.line(e));
      return FailedStart.WRONG_SETTING;
    }
  }

  private Optional<String> lookup(String name) {
    String underscored = name.replaceAll("[^A-Za-z0-9]", "_");
    return Stream.<Function<String, @Nullable String>>of(
            system::getProperty,
            environment::get,
            ignored -> environment.get(underscored),
            ignored -> environment.get(underscored.toUpperCase(Locale.ROOT)),
            defaults::getProperty)
        .map(source -> Optional.ofNullable(source.apply(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** References in what a reference stands for count too; one that leads to itself ends here. */
  private String expand(String value, int depth) {
    return REFERENCE
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(depth == 0 ? "" : resolve(found, depth)));
  }

  private String resolve(MatchResult found, int depth) {
    String value = lookup(found.group(1)).orElse(orEmpty(found.group(2)));
    return expand(value, depth - 1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The defaults that lie beside the classes. */
  static Properties packaged() {
    Properties properties = new Properties();
    try (InputStream stream = SettingsCheck.class.getResourceAsStream(DEFAULTS)) {
      if (stream == null) {
        throw new IllegalStateException(DEFAULTS + " is not beside the classes");
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
