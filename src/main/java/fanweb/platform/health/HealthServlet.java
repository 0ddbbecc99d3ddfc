package fanweb.platform.health;

import fanweb.platform.ReadinessCheck;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can serve people, else 503.
 */
@WebServlet({"/health/live", "/health/live/", "/health/ready", "/health/ready/"})
public final class HealthServlet extends HttpServlet {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<ReadinessCheck> checks;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private transient ManagedExecutorService executor;

  @Inject
  HealthServlet(@Any Instance<ReadinessCheck> checks) {
    this.checks = checks.stream().toList();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = request.getServletPath().startsWith("/health/ready");
    List<Readiness.Outcome> outcomes =
        ready ? new Readiness(checks, executor, TIMEOUT).ask() : List.of();
    response.setStatus(
        Report.isUp(outcomes)
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(Report.of(outcomes));
  }
}
