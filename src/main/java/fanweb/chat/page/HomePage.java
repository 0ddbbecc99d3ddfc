package fanweb.chat.page;

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

/** Home: what this is, the way into a group, the groups where people speak. */
@WebServlet("")
public final class HomePage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient RecentGroups groups;
  private final transient Views views;

  @Inject
  HomePage(RecentGroups groups, Views views) {
    this.groups = groups;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String example =
        SocketUrl.of(
            request.isSecure(), request.getHeader("Host"), request.getContextPath() + "/ws/123/");
    views.render(
        request,
        response,
        "home.jsp",
        Map.of("groups", groups.list(request.getUserPrincipal()), "exampleSocket", example));
  }
}
