package fanweb.platform.routes;

import fanweb.platform.PlatformSettings;
import fanweb.platform.Views;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;

/** Lists every route in development mode; does not exist in production. */
@WebServlet({"/routes", "/routes/"})
public final class RoutesPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient PlatformSettings settings;
  private final transient Routes routes;
  private final transient Views views;

  @Inject
  RoutesPage(PlatformSettings settings, Routes routes, Views views) {
    this.settings = settings;
    this.routes = routes;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (settings.isDev()) {
      views.render(request, response, "routes.jsp", Map.of("routes", routes.byFeature()));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
