package fanweb.platform.pages;

import fanweb.platform.Feature;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of all features in all languages of the interface. Immutable. */
public final class Translations {
  private final Map<Locale, Texts> texts;

  Translations(List<Feature> features) {
    texts =
        Languages.ALL.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), language -> new Texts(features, language)));
  }

  /** All texts in one language; in Chinese when we do not have it. */
  public ResourceBundle in(Locale language) {
    Texts found = texts.get(language);
    return found == null ? in(Languages.CHINESE) : found;
  }

  /**
   * One text with these values in it.
   *
   * @throws java.util.MissingResourceException when there is none for the key
   */
  public String text(Locale language, String key, Object... values) {
    return new MessageFormat(in(language).getString(key), language).format(values);
  }
}
