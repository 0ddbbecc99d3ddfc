package fanweb.platform.security;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that tell a browser what a page of ours never does. Immutable. */
final class SecurityHeaders {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private final String staticOrigin;

  /**
   * Headers for pages whose static files are at this address.
   *
   * @param staticUrl a path or an absolute URL
   */
  SecurityHeaders(URI staticUrl) {
    this.staticOrigin =
        staticUrl.isAbsolute()
            ? " " + staticUrl.getScheme() + "://" + staticUrl.getRawAuthority()
            : "";
  }

  /**
   * All of them, by name.
   *
   * @param host the request's Host header
   * @param httpsOnly whether the site shall be asked for over HTTPS from now on
   */
  Map<String, String> forHost(@Nullable String host, boolean httpsOnly) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (httpsOnly) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    headers.put("Content-Security-Policy", policy(host));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    return headers;
  }

  private String policy(@Nullable String host) {
    // Not every browser counts a socket to the same host as 'self'.
    String sockets =
        host != null && HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'" + staticOrigin,
        "style-src 'self'" + staticOrigin,
        "img-src 'self'" + staticOrigin,
        "connect-src 'self'" + sockets,
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }
}
