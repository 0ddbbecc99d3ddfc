package fanweb.manage.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a server listens.
 *
 * @param host a name or an address, without brackets
 * @param port 0 is any that is free
 */
record ListenAddress(String host, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(?:\\[([\\p{XDigit}:.]*:[\\p{XDigit}:.]*)]|([^\\[\\]:]+)):)?(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  /** Reads a port, or a host and a port; an IPv6 address stands in brackets. */
  static Optional<ListenAddress> of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > LAST_PORT) {
      return Optional.empty();
    }
    String name = parts.group(2) == null ? "127.0.0.1" : parts.group(2);
    String host = parts.group(1) == null ? name : parts.group(1);
    return Optional.of(new ListenAddress(host, Integer.parseInt(parts.group(3))));
  }

  /** As arguments of WildFly's script. */
  Stream<String> arguments() {
    Stream<String> place = Stream.of("-b", host, "-Djboss.http.port=" + port);
    // Java does without IPv6 unless its script is told.
    return host.contains(":")
        ? Stream.concat(place, Stream.of("-Djava.net.preferIPv4Stack=false"))
        : place;
  }

  /**
   * Listens, and stops at once: a server that cannot boots into errors.
   *
   * @throws java.net.UnknownHostException when there is no such host
   * @throws IOException when nobody can listen there, as where somebody does already
   */
  void tryIt() throws IOException {
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
    }
  }
}
