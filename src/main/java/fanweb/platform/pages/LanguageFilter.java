package fanweb.platform.pages;

import fanweb.platform.Cookies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes {@code request.getLocale()} the language of the answer: what {@code ?lang=} names wins and
 * is remembered for a year by pages, then what was remembered, then what the browser asks for.
 * Mapped in web.xml after the request filter, and for error pages again, which servers start from
 * the request they first received.
 */
public final class LanguageFilter extends HttpFilter {
  private static final String NAME = "lang";
  private static final String CHOSEN = "fanweb.language";
  private static final String NAMED = "fanweb.language.named";
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request.getAttribute(CHOSEN) instanceof Locale)) {
      request.setAttribute(CHOSEN, choose(request));
    }
    chain.doFilter(new InLanguage(request, (Locale) request.getAttribute(CHOSEN)), response);
  }

  /** Remembers what the address names. Only for pages: others may keep a static file's answer. */
  static void remember(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(NAMED) instanceof Locale language) {
      response.addCookie(cookie(language, request));
    }
  }

  private static Locale choose(HttpServletRequest request) {
    Optional<Locale> named =
        QueryString.first(request.getQueryString(), NAME).flatMap(Languages::named);
    named.ifPresent(language -> request.setAttribute(NAMED, language));
    return named
        .or(() -> Cookies.value(request, NAME).flatMap(Languages::named))
        .orElseGet(() -> Languages.accepted(request.getHeader("Accept-Language")));
  }

  private static Cookie cookie(Locale language, HttpServletRequest request) {
    Cookie cookie = new Cookie(NAME, language.getLanguage());
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private static final class InLanguage extends HttpServletRequestWrapper {
    private final Locale language;

    InLanguage(HttpServletRequest request, Locale language) {
      super(request);
      this.language = language;
    }

    @Override
    public Locale getLocale() {
      return language;
    }

    @Override
    public Enumeration<Locale> getLocales() {
      return Collections.enumeration(List.of(language));
    }
  }
}
