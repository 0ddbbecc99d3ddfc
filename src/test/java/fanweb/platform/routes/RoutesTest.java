package fanweb.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.rest.Access;
import fanweb.platform.security.HttpMethods;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes =
      new Routes(
          () ->
              List.of(
                  new Route("chat", "GET", "/index/", "RoomPage.doGet", Access.OPEN),
                  new Route("chat", "WS", "/ws/{group}/", "ChatEndpoint", Access.OPEN),
                  new Route("platform", "GET", "/routes/", "RoutesPage.doGet", Access.OPEN)));

  @Test
  void routes_are_grouped_by_feature() {
    assertThat(routes.byFeature()).containsOnlyKeys("chat", "platform");
    assertThat(routes.byFeature().get("chat"))
        .extracting(Route::path)
        .containsExactly("/index/", "/ws/{group}/");
  }

  @Test
  void the_likeliest_is_the_one_with_the_fewest_slips() {
    assertThat(routes.similarTo("/indx")).extracting(Route::path).startsWith("/index/");
    assertThat(routes.similarTo("/something/else/altogether")).isEmpty();
  }

  @Test
  void a_long_path_is_like_nothing_here() {
    assertThat(routes.similarTo("/index" + "x".repeat(5))).hasSize(1);
    assertThat(routes.similarTo("/index" + "x".repeat(6))).isEmpty();
    assertThat(routes.similarTo("/" + "indexroutesws".repeat(5_000))).isEmpty();
  }

  @Test
  void only_pages_without_variables_are_links() {
    assertThat(new Route("chat", "GET", "/index/", "x", Access.OPEN).isLink()).isTrue();
    assertThat(new Route("chat", "WS", "/ws/", "x", Access.OPEN).isLink()).isFalse();
    assertThat(new Route("chat", "GET", "/static/{path}", "x", Access.OPEN).isLink()).isFalse();
  }

  @Test
  void the_methods_of_a_servlet_are_those_it_has_of_its_own() {
    assertThat(HttpMethods.of(Both.class)).containsExactly("GET", "POST");
    assertThat(HttpMethods.of(HttpServlet.class)).isEmpty();
  }

  private static class Reading extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
  }

  private static final class Both extends Reading {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {}
  }
}
