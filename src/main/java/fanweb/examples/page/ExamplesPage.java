package fanweb.examples.page;

import fanweb.examples.Curl;
import fanweb.examples.Example;
import fanweb.examples.Examples;
import fanweb.examples.Source;
import fanweb.examples.Sources;
import fanweb.examples.Token;
import fanweb.examples.Variant;
import fanweb.platform.CsrfTokens;
import fanweb.platform.Views;
import fanweb.platform.WebOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One example at a time: its request, ready to be changed and sent, the code of ours that answers,
 * and what does it in Django. Made to be read without any script; one sends.
 */
@WebServlet({"/examples", "/examples/"})
public final class ExamplesPage extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Sources sources = new Sources();
  private final transient CsrfTokens tokens;
  private final transient Views views;

  @Inject
  ExamplesPage(CsrfTokens tokens, Views views) {
    this.tokens = tokens;
    this.views = views;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String show = request.getParameter("show");
    Optional<Example> example = show == null ? Optional.of(Examples.first()) : Examples.find(show);
    Optional<Variant> variant =
        example.flatMap(known -> variantOf(known, request.getParameter("try")));
    if (variant.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Map<String, Object> model =
        Map.of(
            "sections", Examples.sections(),
            "example", example.get(),
            "variant", variant.get(),
            "curl", Curl.of(base(request), variant.get()),
            "code", codeOf(example.get()),
            "csrfHeader", CsrfTokens.HEADER,
            "csrfToken", tokens.issue(request, response));
    views.render(request, response, "examples.jsp", model);
  }

  private static Optional<Variant> variantOf(Example example, @Nullable String key) {
    return example.variants().stream()
        .filter(variant -> key == null || variant.key().equals(key))
        .findFirst();
  }

  private Map<Source, List<Token>> codeOf(Example example) {
    Map<Source, List<Token>> code = new LinkedHashMap<>();
    example.sources().forEach(source -> code.put(source, sources.show(source)));
    return code;
  }

  /** Where the reader found this application. */
  private static String base(HttpServletRequest request) {
    return WebOrigin.asked(request).map(ExamplesPage::written).orElse("http://127.0.0.1:8080")
        + request.getContextPath();
  }

  private static String written(WebOrigin origin) {
    int usual = origin.scheme().equals("https") ? 443 : 80;
    String port = origin.port() == usual ? "" : ":" + origin.port();
    return origin.scheme() + "://" + origin.host() + port;
  }
}
