package fanweb.account.page;

import fanweb.platform.WebOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes who has signed in: a page of ours, whatever a link says that others may have
 * made (OWASP: unvalidated redirects).
 *
 * @param url path and query, with the path of the application; ASCII
 * @param group the group whose room it is; empty for other pages
 */
public record Next(String url, String group) {
  /** The parameter that says so. */
  static final String PARAMETER = "next";

  private static final int LONGEST = 2_000;

  /** What browsers drop from an address before they read it, or take for a slash. */
  private static final Pattern MISREAD = Pattern.compile("[\\p{Cntrl}\\p{Z}\\\\]");

  private static final Pattern ROOM =
      Pattern.compile("/index/?\\?(?:[^#]*&)?group_id=([^&#]{1,900}).*");

  /** Names that groups may have; others are shown to nobody. */
  private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,100}");

  /** What a request asks for; home when it asks for nothing, or for what is not ours. */
  static Next of(HttpServletRequest request) {
    Optional<WebOrigin> site = WebOrigin.asked(request);
    String context = request.getContextPath();
    return site.flatMap(origin -> of(request.getParameter(PARAMETER), context, origin))
        .orElseGet(() -> new Next(context + "/", ""));
  }

  /** Reads a path of ours; empty for whatever else it is. */
  static Optional<Next> of(@Nullable String text, String context, WebOrigin site) {
    if (text == null
        || text.length() > LONGEST
        || !text.startsWith("/")
        || text.startsWith("//")
        || MISREAD.matcher(text).find()) {
      return Optional.empty();
    }
    return resolved(text, site)
        .filter(path -> path.startsWith(context + "/") && isPlace(path.substring(context.length())))
        .map(path -> new Next(path, groupOf(path.substring(context.length()))));
  }

  /** Path and query as a browser would ask for them; empty when it would ask another site. */
  private static Optional<String> resolved(String text, WebOrigin site) {
    try {
      URI base = new URI(site.scheme(), null, site.host(), site.port(), "/", null, null);
      URI found = base.resolve(new URI(text)).normalize();
      boolean ours = WebOrigin.ofAddress(found.toString()).filter(site::equals).isPresent();
      String query = found.getRawQuery() == null ? "" : "?" + found.getRawQuery();
      String path = URI.create(found.getRawPath() + query).toASCIIString();
      return ours && !path.startsWith("//") ? Optional.of(path) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether one can stay there: not where one signs in or out. */
  private static boolean isPlace(String path) {
    String decoded = URLDecoder.decode(path.replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
    return !decoded.startsWith("/account/") || decoded.equals("/account/");
  }

  private static String groupOf(String path) {
    Matcher room = ROOM.matcher(path);
    if (!room.matches()) {
      return "";
    }
    try {
      String name = URLDecoder.decode(room.group(1), StandardCharsets.UTF_8);
      return GROUP.matcher(name).matches() ? name : "";
    } catch (IllegalArgumentException e) {
      // Cut off within an escape.
      return "";
    }
  }
}
