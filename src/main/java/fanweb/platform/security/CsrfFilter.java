package fanweb.platform.security;

import static fanweb.platform.Refusals.refuse;

import fanweb.platform.CsrfExempt;
import fanweb.platform.CsrfTokens;
import fanweb.platform.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.Serial;

/**
 * Asks the CSRF check about every request that a servlet could change something for. Resources of
 * JAX-RS are left to {@code platform.rest}, which knows the method that would be called. Mapped in
 * web.xml.
 */
public final class CsrfFilter extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private final transient CsrfCheck check;

  @Inject
  CsrfFilter(CsrfCheck check) {
    this.check = check;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!HttpMethods.isSafe(request.getMethod()) && isGuardedHere(request)) {
      try {
        check.demand(request, () -> request.getParameter(CsrfTokens.FIELD));
      } catch (RefusedException e) {
        refuse(request, response, e.reason().status(), e.detail());
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isGuardedHere(HttpServletRequest request) {
    ServletContext context = request.getServletContext();
    String name = request.getHttpServletMapping().getServletName();
    ServletRegistration servlet = context.getServletRegistration(name);
    if (servlet == null || isResources(name, context)) {
      return servlet == null;
    }
    try {
      Class<?> type = load(servlet.getClassName(), context);
      return !type.isAnnotationPresent(CsrfExempt.class)
          && HttpMethods.mayAnswer(type, request.getMethod());
    } catch (ClassNotFoundException e) {
      // A servlet of the server's own: it is not known what it does.
      return true;
    }
  }

  /** A servlet of JAX-RS is named after its application's class (Jakarta REST, 2.3.2). */
  private static boolean isResources(String name, ServletContext context) {
    try {
      return Application.class.isAssignableFrom(load(name, context));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Class<?> load(String name, ServletContext context) throws ClassNotFoundException {
    return Class.forName(name, false, context.getClassLoader());
  }
}
