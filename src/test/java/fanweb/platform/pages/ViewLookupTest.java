package fanweb.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewLookupTest {
  private static final List<Feature> FEATURES = List.of(() -> "chat", () -> "platform");

  @Test
  void the_folder_of_the_site_comes_before_the_features_in_their_order() {
    Set<String> all =
        Set.of(
            "/WEB-INF/templates/a.jsp",
            "/WEB-INF/chat/templates/a.jsp",
            "/WEB-INF/chat/templates/b.jsp",
            "/WEB-INF/platform/templates/b.jsp",
            "/WEB-INF/platform/templates/c.jsp");
    ViewLookup lookup = new ViewLookup(FEATURES, all::contains);
    assertThat(lookup.path("a.jsp")).isEqualTo("/WEB-INF/templates/a.jsp");
    assertThat(lookup.path("b.jsp")).isEqualTo("/WEB-INF/chat/templates/b.jsp");
    assertThat(lookup.path("c.jsp")).isEqualTo("/WEB-INF/platform/templates/c.jsp");
  }

  @Test
  void a_view_once_found_is_not_looked_for_again() {
    List<String> asked = new ArrayList<>();
    ViewLookup lookup = new ViewLookup(FEATURES, asked::add);
    lookup.path("a.jsp");
    lookup.path("a.jsp");
    assertThat(asked).containsExactly("/WEB-INF/templates/a.jsp");
  }

  @Test
  void a_view_that_is_nowhere_says_where_it_was_looked_for() {
    ViewLookup lookup = new ViewLookup(FEATURES, path -> false);
    assertThatThrownBy(() -> lookup.path("a.jsp"))
        .hasMessageContainingAll("a.jsp", "/WEB-INF/templates/", "/WEB-INF/chat/templates/");
  }
}
