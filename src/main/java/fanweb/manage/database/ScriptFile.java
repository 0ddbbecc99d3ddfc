package fanweb.manage.database;

import fanweb.manage.Packaged;
import fanweb.platform.Feature;
import fanweb.platform.migration.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script as it lies beside the classes; nothing here asks a database.
 *
 * @param feature whose
 * @param version its number as it is written
 * @param path where a class loader finds it
 */
public record ScriptFile(String feature, String version, String path) {
  private static final Pattern NAME = Pattern.compile(".*/V(\\d+)__[^/]+\\.sql");

  /** The scripts of all installed features, in the order in which they are applied. */
  public static List<ScriptFile> all() {
    return Feature.installed().stream().map(Feature::name).flatMap(ScriptFile::of).toList();
  }

  private static Stream<ScriptFile> of(String feature) {
    return Packaged.under(Migrations.ROOT + "/" + feature).stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(found -> new ScriptFile(feature, found.group(1), found.group()));
  }

  /** Whether it has this number; zeros before it do not count. */
  boolean isVersion(String number) {
    return plain(version).equals(plain(number));
  }

  private static String plain(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }

  /** What it says. */
  String sql() {
    ClassLoader loader = Objects.requireNonNull(ScriptFile.class.getClassLoader());
    try (InputStream stream = Objects.requireNonNull(loader.getResourceAsStream(path))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
