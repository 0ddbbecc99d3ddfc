package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of the pages' modules, {@code src/test/javascript/*.test.js}, in a browser. */
@ExtendWith(NeedsBrowser.class)
class ScriptsTest {
  private static final Path TESTS = Path.of("src/test/javascript");

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const load = async () => {
        for (const test of arguments[0]) {
          await import(`/test/javascript/${test}`);
        }
        return (await import('/test/javascript/check.js')).run();
      };
      load().then(done, (error) => done([{ holds: 'the tests can be loaded', failure: String(error) }]));
      """;

  @TestFactory
  Stream<DynamicTest> what_modules_promise() throws IOException {
    List<DynamicTest> results;
    try (ScriptServer server = new ScriptServer();
        Window window = Window.open()) {
      window.go(server.base());
      results = results(window.driver().executeAsyncScript(RUN, tests()));
    }
    assertThat(results).isNotEmpty();
    return results.stream();
  }

  private static List<DynamicTest> results(@Nullable Object answer) {
    return ((List<?>) Objects.requireNonNull(answer))
        .stream().map(one -> result((Map<?, ?>) one)).toList();
  }

  private static DynamicTest result(Map<?, ?> result) {
    return DynamicTest.dynamicTest(
        String.valueOf(result.get("holds")),
        () -> assertThat(result.get("failure")).asString().isEmpty());
  }

  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".test.js"))
          .sorted()
          .toList();
    }
  }
}
