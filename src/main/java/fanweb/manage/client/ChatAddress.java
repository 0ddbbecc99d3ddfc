package fanweb.manage.client;

import fanweb.channel.GroupName;
import fanweb.platform.WebOrigin;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a group is.
 *
 * @param socket of its WebSocket
 * @param api of its part of the JSON API, without a slash at the end
 * @param group its name
 */
record ChatAddress(URI socket, URI api, GroupName group) {
  private static final Map<String, String> SOCKETS =
      Map.of("ws", "ws", "wss", "wss", "http", "ws", "https", "wss");

  private static final Pattern SOCKET = Pattern.compile("(.*)/ws/([^/]+)/?");
  private static final Pattern PAGE = Pattern.compile("(.*)/index/?");
  private static final Pattern QUERY = Pattern.compile("group_id=([^&]+)");

  /**
   * Reads the address of a group's WebSocket, {@code ws://host/ws/123/} or with {@code wss}, or of
   * its page, {@code http://host/index/?group_id=123}. The site may lie under a path of its own.
   *
   * @return empty when it is neither, or when no group may have that name
   */
  static Optional<ChatAddress> parse(String url) {
    try {
      URI given = new URI(url.strip());
      boolean plain =
          given.getHost() != null && given.getUserInfo() == null && given.getFragment() == null;
      return plain && SOCKETS.containsKey(scheme(given)) ? group(given) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<ChatAddress> group(URI given) throws URISyntaxException {
    Matcher socket = SOCKET.matcher(given.getPath());
    if (socket.matches() && given.getRawQuery() == null) {
      return address(given, socket.group(1), socket.group(2));
    }
    Matcher page = PAGE.matcher(given.getPath());
    Matcher query = QUERY.matcher(given.getRawQuery() == null ? "" : given.getRawQuery());
    return page.matches() && query.matches()
        ? address(given, page.group(1), URLDecoder.decode(query.group(1), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static Optional<ChatAddress> address(URI given, String site, String name)
      throws URISyntaxException {
    Optional<GroupName> group = GroupName.parse(name);
    if (group.isEmpty()) {
      return Optional.empty();
    }
    String scheme = SOCKETS.getOrDefault(scheme(given), "ws");
    return Optional.of(
        new ChatAddress(
            uri(scheme, given.getAuthority(), site + "/ws/" + group.get() + "/"),
            uri(
                scheme.equals("wss") ? "https" : "http",
                given.getAuthority(),
                site + "/api/groups/" + group.get()),
            group.get()));
  }

  private static String scheme(URI given) {
    return given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
  }

  private static URI uri(String scheme, String authority, String path) throws URISyntaxException {
    return URI.create(new URI(scheme, authority, path, null, null).toASCIIString());
  }

  /**
   * Whether others can read what is sent there: it is not encrypted and leaves this machine. Asks
   * for the host's address; nothing can be sent to one that has none.
   */
  boolean isReadable() {
    try {
      return socket.getScheme().equals("ws")
          && !InetAddress.getByName(socket.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Who answers there, as in {@code wss://host:8443}, in lower case and without the usual port. One
   * guest is not known to two of them.
   */
  String server() {
    WebOrigin origin = WebOrigin.ofAddress(api.toString()).orElseThrow();
    boolean usual = origin.port() == (origin.scheme().equals("https") ? 443 : 80);
    return socket.getScheme() + "://" + origin.host() + (usual ? "" : ":" + origin.port());
  }
}
