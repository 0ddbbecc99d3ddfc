package fanweb.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
  private final Sources sources = new Sources();

  static List<Example> examples() {
    return Examples.sections().stream().flatMap(section -> section.examples().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_code_of_each_is_packaged_and_is_what_stands_in_the_sources(Example example)
      throws IOException {
    for (Source source : example.sources()) {
      String shown =
          sources.show(source).stream().map(Token::text).collect(Collectors.joining()).strip();
      String folder = source.file().endsWith(".java") ? "src/main/java/" : "src/main/webapp/";
      Set<String> lines =
          Files.readString(Path.of(folder + source.file()))
              .lines()
              .map(String::strip)
              .collect(Collectors.toSet());
      assertThat(shown).as(source.name()).isNotEmpty().doesNotContain("\nimport ");
      assertThat(shown.lines().map(String::strip)).isSubsetOf(lines);
    }
  }

  @Test
  void a_source_that_the_build_forgot_is_named() {
    assertThatThrownBy(() -> sources.show(Source.of("fanweb/Nowhere.java")))
        .hasMessageContaining("fanweb/Nowhere.java");
  }

  @Test
  void keys_are_unique_and_found() {
    assertThat(examples()).extracting(Example::key).doesNotHaveDuplicates();
    for (Example example : examples()) {
      assertThat(Examples.find(example.key())).contains(example);
      assertThat(example.variants()).extracting(Variant::key).doesNotHaveDuplicates();
      assertThat(example.django()).isNotEmpty();
    }
    assertThat(Examples.find("nope")).isEmpty();
  }

  /** These keys are put together in views, where no other test can see which are spoken. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_text_of_an_example_is_there_and_no_other(String language) throws IOException {
    Set<String> wanted = new TreeSet<>(Set.of("example.section.live"));
    Examples.sections().forEach(section -> wanted.add("example.section." + section.key()));
    Stream.of(Access.values())
        .forEach(access -> wanted.add("example.access." + access.name().toLowerCase(Locale.ROOT)));
    for (Example example : examples()) {
      String prefix = "example." + example.key() + ".";
      Stream.of("title", "lead", "difference").forEach(text -> wanted.add(prefix + text));
      example.variants().forEach(variant -> wanted.add(prefix + "try." + variant.key()));
    }
    assertThat(texts(language)).containsExactlyElementsOf(wanted);
  }

  private static Set<String> texts(String language) throws IOException {
    Properties bundle = new Properties();
    Path file = Path.of("src/main/resources/fanweb/examples/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      bundle.load(reader);
    }
    return bundle.stringPropertyNames().stream()
        .filter(key -> key.startsWith("example."))
        .filter(key -> !Objects.requireNonNull(bundle.getProperty(key)).isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
