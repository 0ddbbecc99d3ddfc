package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import fanweb.system.SharedServer;
import fanweb.system.Site;
import fanweb.system.Wars;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in every language, scheme and size, by axe-core. */
@ExtendWith(NeedsBrowser.class)
@SharedServer
class AccessibilityIT {
  /** Pages as they look in other states than at their plain address. */
  private static final List<String> STATES =
      List.of(
          "/index/?group_id=axe",
          "/index/?group_id=.wrong",
          "/there/is/no/such/page",
          "/indx/",
          "/examples/?show=template",
          "/examples/?show=json-request&try=no-json",
          "/examples/?show=update");

  private static final Pattern LINK = Pattern.compile("<td><a href=\"([^\"]+)\"><code>");

  private static @Nullable Window window;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  @AfterAll
  static void close() {
    if (window != null) {
      window.close();
    }
  }

  static Stream<Arguments> looks() {
    return pages().stream()
        .flatMap(page -> Stream.of("zh", "en").flatMap(language -> schemes(page, language)));
  }

  /** Whatever the list of routes leads to and is a page, so that no new one is forgotten. */
  private static List<String> pages() {
    List<String> listed =
        LINK.matcher(Site.get("/routes/").body())
            .results()
            .map(link -> link.group(1))
            .filter(AccessibilityIT::isPage)
            .toList();
    assertThat(listed).contains("/", "/index/", "/routes/", "/examples/", "/examples/template/");
    return Stream.concat(listed.stream(), STATES.stream()).toList();
  }

  private static boolean isPage(String path) {
    return Site.get(path).body().contains("<html");
  }

  private static Stream<Arguments> schemes(String page, String language) {
    return Stream.of("light", "dark")
        .flatMap(
            theme -> Stream.of(390, 1280).map(width -> Arguments.of(page, language, theme, width)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void a_page_has_no_barrier_and_no_complaint(
      String page, String language, String theme, int width) {
    Window open = window().size(width, 900).go(Site.base() + "/health/live");
    open.cookie("lang", language).cookie("theme", theme).go(Site.base() + page);
    assertThat(open.find("html").getAttribute("data-theme")).isEqualTo(theme);
    assertThat(open.find("html").getAttribute("lang")).startsWith(language);
    // A page that is 404 or 400 on purpose is reported as a failed resource: no complaint of its
    // own.
    assertThat(open.complaints()).filteredOn(line -> !line.contains("server responded")).isEmpty();
    assertThat(new AxeBuilder().analyze(open.driver()).getViolations())
        .extracting(Rule::getId, Rule::getHelp, Rule::getNodes)
        .isEmpty();
    Object overflow =
        open.driver()
            .executeScript("return document.documentElement.scrollWidth > window.innerWidth");
    assertThat(overflow).as("scrolls sideways").isEqualTo(false);
  }

  private static Window window() {
    Window known = window;
    if (known == null) {
      known = Window.open();
      window = known;
    }
    return known;
  }
}
