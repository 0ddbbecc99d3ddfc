package fanweb.platform.openapi;

import fanweb.platform.Refusals;
import fanweb.platform.errors.AcceptHeader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The document of the JSON API as JSON; as YAML for those who would rather have it, by {@code
 * Accept} or {@code ?format=yaml} as in MicroProfile.
 */
@WebServlet({"/openapi", "/openapi/"})
public final class OpenApiServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private transient @Nullable Document json;
  private transient @Nullable Document yaml;

  @Override
  public void init() {
    String path = getServletContext().getContextPath();
    json = Document.read("openapi.json", "application/json", path);
    yaml = Document.read("openapi.yaml", "application/yaml", path);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String format =
        Objects.requireNonNullElse(request.getParameter("format"), wanted(request))
            .toLowerCase(Locale.ROOT);
    switch (format) {
      case "json" -> write(Objects.requireNonNull(json), request, response);
      case "yaml" -> write(Objects.requireNonNull(yaml), request, response);
      default ->
          Refusals.refuse(
              request,
              response,
              HttpServletResponse.SC_BAD_REQUEST,
              "There is no such format; there are json and yaml");
    }
  }

  private static String wanted(HttpServletRequest request) {
    return AcceptHeader.prefersYaml(request.getHeader("Accept")) ? "yaml" : "json";
  }

  private static void write(
      Document document, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", document.etag());
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Vary", "Accept");
    String known = request.getHeader("If-None-Match");
    if (known != null && (known.strip().equals("*") || known.contains(document.etag()))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(document.type());
    response.setCharacterEncoding("UTF-8");
    response.getWriter().print(document.text());
  }
}
