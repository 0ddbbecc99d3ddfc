package fanweb.platform.pages;

import fanweb.platform.CsrfTokens;
import fanweb.platform.Flash;
import fanweb.platform.PlatformSettings;
import fanweb.platform.Views;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.jsp.jstl.core.Config;
import jakarta.servlet.jsp.jstl.fmt.LocalizationContext;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Views as JSPs under {@code WEB-INF}. */
final class JspViews implements Views {
  private static final String CACHE = "Cache-Control";

  private final PlatformSettings settings;
  private final ViewLookup lookup;
  private final Translations translations;
  private final CsrfTokens tokens;

  JspViews(
      PlatformSettings settings, ViewLookup lookup, Translations translations, CsrfTokens tokens) {
    this.settings = settings;
    this.lookup = lookup;
    this.translations = translations;
    this.tokens = tokens;
  }

  @Override
  public void render(
      HttpServletRequest request, HttpServletResponse response, String view, Map<String, ?> model)
      throws ServletException, IOException {
    Locale language = request.getLocale();
    model.forEach(request::setAttribute);
    request.setAttribute("layout", layout(request, response));
    Config.set(
        request,
        Config.FMT_LOCALIZATION_CONTEXT,
        new LocalizationContext(translations.in(language), language));
    LanguageFilter.remember(request, response);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Language", language.getLanguage());
    response.addHeader("Vary", "Cookie, Accept-Language");
    if (!response.containsHeader(CACHE)) {
      response.setHeader(CACHE, "private, no-cache");
    }
    request.getRequestDispatcher(lookup.path(view)).forward(new Reading(request), response);
  }

  private Layout layout(HttpServletRequest request, HttpServletResponse response) {
    ResourceBundle texts = translations.in(request.getLocale());
    String flash =
        Flash.take(request, response)
            .filter(word -> texts.containsKey(Flash.PREFIX + word))
            .orElse("");
    return Layout.of(request, settings, Reader.of(request, response, tokens), flash);
  }

  /** A JSP answers GET, HEAD and POST only, but an error page must answer any method. */
  private static final class Reading extends HttpServletRequestWrapper {
    Reading(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return super.getMethod().equals("HEAD") ? "HEAD" : "GET";
    }
  }
}
