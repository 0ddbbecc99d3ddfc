package fanweb.chat.ws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
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
    String asked = canonical(origin);
    return asked != null
        && (asked.equals(canonical(own))
            || allowed.stream().map(this::canonical).anyMatch(asked::equals));
  }

  /** Lower case, with a port, loopback names folded if they are one; null for what is no origin. */
  private @Nullable String canonical(String origin) {
    try {
      URI uri = new URI(origin);
      if (uri.getScheme() == null
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || !origin.endsWith(uri.getRawAuthority())) {
        return null;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getHost().toLowerCase(Locale.ROOT);
      int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
      return scheme
          + "://"
          + (loopbackIsOne && LOOPBACK.contains(host) ? "localhost" : host)
          + ":"
          + port;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
