package fanweb;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader.IgnoredModulesOptions;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows each rule of {@code src/build/checkstyle.xml} firing once, on the files named after it: a
 * rule that never fires looks just like a house in order.
 */
class HouseRulesTest {
  private static final Path RULES = Path.of("src/build/checkstyle.xml");
  private static final Path FIXTURES = Path.of("src/test/resources/house-rules");

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBadFileBreaksTheRuleItIsNamedAfterAndNoOther(Path file) throws Exception {
    assertThat(rulesBrokenBy(List.of(file.toFile()))).containsOnly(ruleOf(file));
  }

  @Test
  void goodFilesBreakNoRule() throws Exception {
    List<File> files = filesUnder(FIXTURES.resolve("good")).map(Path::toFile).toList();

    assertThat(files).isNotEmpty();
    assertThat(rulesBrokenBy(files)).isEmpty();
  }

  @Test
  void everyRuleHasABadFile() throws Exception {
    Set<String> proven = badFiles().map(HouseRulesTest::ruleOf).collect(toCollection(TreeSet::new));

    assertThat(proven).isEqualTo(idsOf(configuration()));
  }

  static Stream<Path> badFiles() throws IOException {
    return filesUnder(FIXTURES.resolve("bad"))
        .filter(file -> !file.endsWith("package-info.java"))
        .sorted();
  }

  private static Stream<Path> filesUnder(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList().stream();
    }
  }

  /** The name up to its first dot: {@code NoSleep.inATest.java} is for {@code NoSleep}. */
  private static String ruleOf(Path file) {
    return file.getFileName().toString().split("\\.", -1)[0];
  }

  private static Set<String> idsOf(Configuration module) throws CheckstyleException {
    Set<String> ids = new TreeSet<>();
    for (Configuration child : module.getChildren()) {
      if (child.getChildren().length > 0) {
        ids.addAll(idsOf(child));
      } else if (!child.getName().endsWith("Filter")) {
        ids.add(child.getProperty("id"));
      }
    }
    return ids;
  }

  private static Configuration configuration() throws CheckstyleException {
    return ConfigurationLoader.loadConfiguration(
        RULES.toString(), new PropertiesExpander(new Properties()), IgnoredModulesOptions.EXECUTE);
  }

  private static List<String> rulesBrokenBy(List<File> files) throws CheckstyleException {
    BrokenRules broken = new BrokenRules(new ArrayList<>());
    Checker checker = new Checker();
    try {
      checker.setModuleClassLoader(Checker.class.getClassLoader());
      checker.configure(configuration());
      checker.addListener(broken);
      checker.process(files);
    } finally {
      checker.destroy();
    }
    return broken.ids();
  }

  private record BrokenRules(List<String> ids) implements AuditListener {
    @Override
    public void addError(AuditEvent event) {
      ids.add(event.getModuleId());
    }

    @Override
    public void addException(AuditEvent event, Throwable problem) {
      throw new IllegalStateException(event.getFileName(), problem);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }
}
