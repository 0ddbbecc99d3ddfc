package fanweb;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.FailureReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks the map. Each rule is also shown to find fault with the fixture package named after it: in
 * {@code archfixture.nocycles} every class whose name starts with {@code Offender} breaks {@code
 * NO_CYCLES}.
 */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages("archfixture");

  @ParameterizedTest
  @EnumSource
  void holds(ArchitectureRule rule) {
    rule.in("fanweb").check(MAIN);
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryOffenderAndNobodyElse(ArchitectureRule rule) {
    String root = "archfixture." + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
    JavaClasses fixture = classesUnder(root);

    FailureReport report = rule.in(root).evaluate(fixture).getFailureReport();

    assertThat(report.getDetails()).isNotEmpty().allMatch(line -> line.contains("Offender"));
    assertThat(offendersIn(fixture))
        .allSatisfy(name -> assertThat(report.getDetails()).anyMatch(line -> line.contains(name)));
  }

  @ParameterizedTest
  @EnumSource
  void allowsWhatTheMapAllows(ArchitectureRule rule) {
    rule.in("archfixture.good").check(classesUnder("archfixture.good"));
  }

  @Test
  void looksAtSomething() {
    assertThat(MAIN.contain("fanweb.channel.GroupName")).isTrue();
  }

  private static JavaClasses classesUnder(String root) {
    return FIXTURES.that(resideInAPackage(root + ".."));
  }

  private static List<String> offendersIn(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getName)
        .filter(name -> name.matches(".*[.$](Abstract)?Offender\\w*"))
        .toList();
  }
}
