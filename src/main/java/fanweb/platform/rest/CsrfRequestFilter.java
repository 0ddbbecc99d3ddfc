package fanweb.platform.rest;

import fanweb.platform.CsrfExempt;
import fanweb.platform.CsrfTokens;
import fanweb.platform.QueryParameters;
import fanweb.platform.RefusedException;
import fanweb.platform.security.CsrfCheck;
import fanweb.platform.security.HttpMethods;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the CSRF check before a resource is looked for, so that nothing of a forged request is
 * examined any further. Those marked {@link CsrfExempt} are known by their method and path. A
 * request to the API that brings no cookie has nobody's rights but those of its own token.
 */
@Provider
@PreMatching
public class CsrfRequestFilter implements ContainerRequestFilter {
  @Context private HttpServletRequest request;
  @Inject private CsrfCheck check;

  @Override
  public void filter(ContainerRequestContext context) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean harmless =
        HttpMethods.isSafe(context.getMethod())
            || (request.getServletPath().equals("/api") && request.getHeader("Cookie") == null)
            || Resources.isExempt(context.getMethod(), path);
    if (!harmless) {
      check.demand(request, () -> formToken(context));
    }
  }

  /** Reads a form's token and leaves the form to be read again. */
  private static @Nullable String formToken(ContainerRequestContext context) {
    MediaType type = context.getMediaType();
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return null;
    }
    try {
      byte[] body = BoundedBody.read(context.getEntityStream());
      context.setEntityStream(new ByteArrayInputStream(body));
      List<String> tokens =
          QueryParameters.parse(new String(body, StandardCharsets.ISO_8859_1))
              .getOrDefault(CsrfTokens.FIELD, List.of());
      return tokens.isEmpty() ? null : tokens.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedException e) {
      if (e.reason() == RefusedException.Reason.INVALID) {
        return null;
      }
      throw e;
    }
  }
}
