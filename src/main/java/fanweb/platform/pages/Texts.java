package fanweb.platform.pages;

import fanweb.platform.Feature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all features in one language. A key is spoken by one feature only: the first
 * registered wins.
 */
final class Texts extends ResourceBundle {
  private final Locale language;
  private final Map<String, String> texts = new TreeMap<>();

  /** Reads the bundles of these features; one without texts is fine. */
  Texts(List<Feature> features, Locale language) {
    this.language = language;
    for (Feature feature : features) {
      Properties bundle =
          read("/fanweb/" + feature.name() + "/messages_" + language.getLanguage() + ".properties");
      bundle.stringPropertyNames().forEach(key -> texts.putIfAbsent(key, bundle.getProperty(key)));
    }
  }

  @Override
  public Locale getLocale() {
    return language;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return texts.get(key);
  }

  private static Properties read(String path) {
    Properties properties = new Properties();
    try (InputStream stream = Texts.class.getResourceAsStream(path)) {
      if (stream != null) {
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
        properties.load(reader);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
