package fanweb.chat.ws;

import fanweb.platform.WebOrigin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may open a socket. A browser sends the page's origin (RFC 6454) and lets any page
 * try; so a page served by us is let in, others only when listed.
 *
 * @param allowed further origins, each as {@code scheme://host[:port]}
 * @param allowMissing whether clients that send none, which are no browsers, are let in
 * @param loopbackIsOne whether {@code localhost}, {@code 127.0.0.1} and {@code [::1]} count as one
 *     host
 */
record OriginPolicy(List<String> allowed, boolean allowMissing, boolean loopbackIsOne) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Decides.
   *
   * @param origin what the client sent; null when nothing
   * @param own the origin the client asked at
   */
  boolean allows(@Nullable String origin, String own) {
    if (origin == null) {
      return allowMissing;
    }
    Optional<WebOrigin> asked = canonical(origin);
    return asked.isPresent()
        && (asked.equals(canonical(own))
            || allowed.stream().map(this::canonical).anyMatch(asked::equals));
  }

  private Optional<WebOrigin> canonical(String origin) {
    return WebOrigin.parse(origin)
        .map(
            known ->
                loopbackIsOne && LOOPBACK.contains(known.host())
                    ? new WebOrigin(known.scheme(), "localhost", known.port())
                    : known);
  }
}
