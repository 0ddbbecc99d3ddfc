package fanweb.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a web page comes from (RFC 6454), in lower case and with its port.
 *
 * @param scheme as in {@code https}
 * @param host a name, or an address as it stands in a URL
 * @param port 1 to 65535
 */
public record WebOrigin(String scheme, String host, int port) {
  /**
   * Reads what a browser sends in {@code Origin}; empty for {@code null} and for whatever is more
   * or less than {@code scheme://host[:port]}.
   */
  public static Optional<WebOrigin> parse(String text) {
    return read(text).filter(uri -> text.endsWith(uri.getRawAuthority())).map(WebOrigin::of);
  }

  /** The origin of a whole address, as in {@code Referer}; empty for what is none. */
  public static Optional<WebOrigin> ofAddress(String address) {
    return read(address).map(WebOrigin::of);
  }

  /** The origin that a client asked, as the server or the proxy it believes understood it. */
  public static Optional<WebOrigin> asked(HttpServletRequest request) {
    return parse(askedAs(request));
  }

  /** The same as text, as in {@code http://[::1]:8080}; what a client made up may be no origin. */
  public static String askedAs(HttpServletRequest request) {
    String name = request.getServerName();
    // One of the servers tells an IPv6 address without its brackets.
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return request.getScheme() + "://" + host + ":" + request.getServerPort();
  }

  private static Optional<URI> read(String text) {
    try {
      URI uri = new URI(text);
      boolean whole =
          uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null;
      return whole ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static WebOrigin of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return new WebOrigin(
        scheme,
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() == -1 ? usual : uri.getPort());
  }
}
