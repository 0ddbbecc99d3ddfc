package fanweb.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, with the same gaps, and is spoken somewhere. */
class BundlesTest {
  private static final Path VIEWS = Path.of("src/main/webapp/WEB-INF");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-z0-9]+)+");
  private static final Pattern MESSAGE = Pattern.compile("<fmt:message key=\"([^\"]+)\"");
  private static final Pattern GAP = Pattern.compile("\\$\\{[^}]*}");

  private final Texts chinese = new Texts(Feature.installed(), Languages.CHINESE);
  private final Texts english = new Texts(Feature.installed(), Languages.ENGLISH);

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(keys(chinese)).isNotEmpty().isEqualTo(keys(english));
  }

  @Test
  void both_languages_leave_the_same_gaps() {
    assertThat(gaps(chinese)).isEqualTo(gaps(english));
  }

  @Test
  void no_text_holds_an_apostrophe_that_would_swallow_its_gaps() {
    assertThat(keys(english)).noneMatch(key -> english.getString(key).contains("'"));
  }

  @Test
  void every_key_in_a_view_has_a_text() {
    for (String key : matches(MESSAGE, 1)) {
      String pattern =
          GAP.splitAsStream(key + "\0").map(Pattern::quote).collect(Collectors.joining(".+"));
      Pattern known = Pattern.compile(pattern.replace("\0", ""));
      assertThat(keys(chinese)).as(key).anyMatch(one -> known.matcher(one).matches());
    }
  }

  @Test
  void every_text_is_spoken_by_a_view() {
    Set<String> named = matches(KEY, 0);
    List<String> prefixes =
        List.of(
            "error.",
            "time.",
            "feature.",
            "example.",
            "flash.",
            "account.fault.",
            "account.refused.");
    assertThat(keys(chinese))
        .allMatch(key -> named.contains(key) || prefixes.stream().anyMatch(key::startsWith));
  }

  private static Set<String> keys(Texts texts) {
    return new TreeSet<>(Collections.list(texts.getKeys()));
  }

  private static Map<String, Set<String>> gaps(Texts texts) {
    Map<String, Set<String>> gaps = new TreeMap<>();
    for (String key : keys(texts)) {
      gaps.put(key, found(PLACEHOLDER, 0, texts.getString(key)));
    }
    return gaps;
  }

  private static Set<String> matches(Pattern pattern, int group) {
    try (Stream<Path> files = Files.walk(VIEWS)) {
      return files
          .filter(file -> file.toString().endsWith(".jsp") || file.toString().endsWith(".tag"))
          .flatMap(file -> found(pattern, group, read(file)).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, int group, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
