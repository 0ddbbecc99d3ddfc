package fanweb.platform.errors;

import fanweb.platform.Fault;
import fanweb.platform.PlatformSettings;
import fanweb.platform.Refusals;
import fanweb.platform.Views;
import fanweb.platform.WebOrigin;
import fanweb.platform.pages.Translations;
import fanweb.platform.routes.Route;
import fanweb.platform.routes.Routes;
import fanweb.platform.security.HttpMethods;
import fanweb.platform.security.RequestFilter;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request that failed. Reached through web.xml's error pages only: nobody can ask for
 * a path under {@code WEB-INF}.
 */
@WebServlet("/WEB-INF/error")
public final class ErrorServlet extends HttpServlet {
  private static final Set<String> FOR_PROGRAMS =
      Set.of("api", "health", "metrics", "openapi", "ws");

  @Serial private static final long serialVersionUID = 1L;

  private final transient PlatformSettings settings;
  private final transient Routes routes;
  private final transient Views views;
  private final transient Translations translations;

  @Inject
  ErrorServlet(PlatformSettings settings, Routes routes, Views views, Translations translations) {
    this.settings = settings;
    this.routes = routes;
    this.views = views;
    this.translations = translations;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Failure failure = failureOf(request);
    response.setStatus(failure.status());
    if (failure.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
      allow(request, response);
    }
    if (isForProgram(request, failure.path())) {
      writeProblem(request, response, failure);
      return;
    }
    Map<String, Object> model = new HashMap<>(Map.of("failure", failure));
    if (failure.kind().equals("csrf")) {
      model.put("detail", Objects.toString(request.getAttribute(Refusals.DETAIL), ""));
      model.put("back", whereItCameFrom(request));
    }
    if (settings.isDev() && failure.isNoPage()) {
      List<Route> near =
          routes.similarTo(failure.path().substring(request.getContextPath().length()));
      model.putAll(Map.of("near", near, "routes", routes.byFeature()));
    }
    views.render(request, response, "error.jsp", model);
  }

  /** The page of ours with the form; empty when it is not known, or another site's. */
  private static String whereItCameFrom(HttpServletRequest request) {
    String referer = Objects.toString(request.getHeader("Referer"), "");
    Optional<WebOrigin> origin = WebOrigin.ofAddress(referer);
    return origin.isPresent() && origin.equals(WebOrigin.asked(request)) ? referer : "";
  }

  private void writeProblem(
      HttpServletRequest request, HttpServletResponse response, Failure failure)
      throws IOException {
    Locale language = request.getLocale();
    String general =
        translations.text(language, failure.key() + ".lead", failure.method(), failure.path());
    String detail = Objects.toString(request.getAttribute(Refusals.DETAIL), general);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Language", language.getLanguage());
    response.setHeader("Cache-Control", "no-store");
    String code = Objects.toString(request.getAttribute(Refusals.CODE), "");
    response.getWriter().print(Problem.of(failure, detail, code, faults(request)));
  }

  private static List<Fault> faults(HttpServletRequest request) {
    return request.getAttribute(Refusals.FAULTS) instanceof List<?> list
        ? list.stream().map(Fault.class::cast).toList()
        : List.of();
  }

  private static Failure failureOf(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return new Failure(
        status instanceof Integer code ? meant(code, request) : HttpServletResponse.SC_NOT_FOUND,
        request.getMethod(),
        Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/"),
        Objects.toString(request.getAttribute(RequestFilter.ID), "-"),
        Objects.toString(request.getAttribute(Refusals.KIND), ""));
  }

  private static int meant(int status, HttpServletRequest request) {
    // Servlets before 6.1 do not know PATCH and claim that nobody here does.
    boolean known = request.getMethod().equals("PATCH");
    return known && status == HttpServletResponse.SC_NOT_IMPLEMENTED
        ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
        : status;
  }

  private static boolean isForProgram(HttpServletRequest request, String path) {
    String[] segments = path.substring(request.getContextPath().length()).split("/", 3);
    return (segments.length > 1 && FOR_PROGRAMS.contains(segments[1]))
        || AcceptHeader.prefersJson(request.getHeader("Accept"))
        || sendsJson(request.getContentType());
  }

  private static boolean sendsJson(@Nullable String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json\\b.*");
  }

  private static void allow(HttpServletRequest request, HttpServletResponse response) {
    String name = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME), "");
    ServletRegistration servlet = request.getServletContext().getServletRegistration(name);
    if (servlet == null || response.containsHeader("Allow")) {
      return;
    }
    try {
      ClassLoader loader = request.getServletContext().getClassLoader();
      List<String> methods =
          new ArrayList<>(HttpMethods.of(Class.forName(servlet.getClassName(), false, loader)));
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      response.setHeader("Allow", String.join(", ", methods));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a servlet that just answered has no class", e);
    }
  }
}
