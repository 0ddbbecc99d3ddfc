package fanweb.manage;

import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of the command line in one language. Any thread. */
public final class Words {
  private final ResourceBundle bundle;
  private final Locale language;

  private Words(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "fanweb.manage.messages",
            language,
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * In the language of a terminal, as {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} name it:
   * Chinese or, for all others, English. Java's own idea falls back to English when the system has
   * not that locale installed.
   */
  public static Words of(Map<String, String> environment) {
    return new Words(
        first(environment, List.of("LC_ALL", "LC_MESSAGES", "LANG")).startsWith("zh")
            ? Locale.CHINESE
            : Locale.ENGLISH);
  }

  /** The first variable that says something; an empty text when none does. */
  static String first(Map<String, String> environment, List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.ofNullable(environment.get(name)))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * A text with its arguments in place. Numbers are digits alone, as files and programs write them,
   * unless the text says otherwise.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String of(String key, Object... arguments) {
    MessageFormat text = new MessageFormat(bundle.getString(key), language);
    Format[] formats = text.getFormatsByArgumentIndex();
    Object[] written = arguments.clone();
    for (int i = 0; i < Math.min(formats.length, written.length); i++) {
      if (formats[i] == null) {
        written[i] = String.valueOf(written[i]);
      }
    }
    return text.format(written);
  }

  /** All of them, for picocli, which finds the help of its commands and options in it. */
  public ResourceBundle bundle() {
    return bundle;
  }
}
