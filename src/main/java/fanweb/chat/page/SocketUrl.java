package fanweb.chat.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole address of a socket, for people who write a client. */
final class SocketUrl {
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

  private SocketUrl() {}

  /**
   * The address at the host that the reader of a page asked.
   *
   * @param secure whether the page came over TLS
   * @param host the request's Host header; anything else than a host counts as none
   * @param path of the socket, with that of the application
   */
  static String of(boolean secure, @Nullable String host, String path) {
    boolean known = host != null && HOST.matcher(host).matches();
    return (secure ? "wss://" : "ws://") + (known ? host : "127.0.0.1:8080") + path;
  }
}
