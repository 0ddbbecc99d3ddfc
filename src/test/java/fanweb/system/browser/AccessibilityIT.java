package fanweb.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Every page in every language, scheme and size; by axe-core in half of these, chosen so that any
 * two of them meet: what it finds comes from one of the three, or from two together.
 */
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
    return pages().stream().flatMap(page -> Look.all().map(look -> Arguments.of(page, look)));
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

  @ParameterizedTest
  @MethodSource("looks")
  void a_page_has_no_barrier_and_no_complaint(String page, Look look) {
    Window open = window().size(look.width(), 900);
    open.cookie("lang", look.language()).cookie("theme", look.theme()).go(Site.base() + page);
    assertThat(open.find("html").getAttribute("data-theme")).isEqualTo(look.theme());
    assertThat(open.find("html").getAttribute("lang")).startsWith(look.language());
    // A page that is 404 or 400 on purpose is reported as a failed resource: no complaint of its
    // own.
    assertThat(open.complaints()).filteredOn(line -> !line.contains("server responded")).isEmpty();
    assertThat(open.scrollsSideways()).as("scrolls sideways").isFalse();
    if (look.isExamined()) {
      assertThat(open.barriers()).isEmpty();
    }
  }

  private static Window window() {
    Window known = window;
    if (known == null) {
      // A cookie is set from a page of its site.
      known = Window.open().go(Site.base() + "/health/live");
      window = known;
    }
    return known;
  }

  /** How somebody meets a page. */
  record Look(String language, String theme, int width) {
    static Stream<Look> all() {
      return Stream.of("zh", "en")
          .flatMap(
              language ->
                  Stream.of("light", "dark")
                      .flatMap(
                          theme ->
                              Stream.of(390, 1280).map(width -> new Look(language, theme, width))));
    }

    /**
     * Of Chinese, dark and wide none or two: each pair of a language, a theme and a width is there.
     */
    boolean isExamined() {
      return language.equals("zh") ^ theme.equals("dark") ^ width > 390 ^ true;
    }
  }
}
