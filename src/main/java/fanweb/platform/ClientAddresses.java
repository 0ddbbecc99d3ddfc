package fanweb.platform;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.HostName;
import inet.ipaddr.HostNameParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds out where the client of a request is. {@code X-Forwarded-For} is believed from the right as
 * far as known proxies have written it; whatever a client wrote there itself is not. Any thread.
 */
public final class ClientAddresses {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final int CLIENT_BITS = 64;

  /** As RFC 4291 and dotted quads have it: no 1 for 0.0.0.1, no empty text for this machine. */
  private static final HostNameParameters STRICT =
      new HostNameParameters.Builder()
          .allowEmpty(false)
          .getAddressOptionsBuilder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .getParentBuilder()
          .toParams();

  private static final Logger LOG = System.getLogger(ClientAddresses.class.getName());

  /** Together, whoever a server can give no address of. */
  private static final ClientAddress UNKNOWN = new ClientAddress("unknown");

  private final List<IPAddress> proxies;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Knows some proxies.
   *
   * @param proxies their addresses and networks, see {@link PlatformSettings#trustedProxies}
   */
  public ClientAddresses(List<String> proxies) {
    this.proxies = proxies.stream().map(ClientAddresses::network).toList();
  }

  /** Whether this is an address, or a network as in {@code 10.0.0.0/8}. */
  static boolean isNetwork(String text) {
    IPAddressString parsed = new IPAddressString(text, STRICT.addressOptions);
    return parsed.isIPAddress() && parsed.getAddress().toPrefixBlock() != null;
  }

  /** Whether a network, see {@link #isNetwork}, has all addresses in it. */
  static boolean isEverybody(String text) {
    return network(text).getNetworkPrefixLength() != null
        && network(text).getNetworkPrefixLength() == 0;
  }

  /** Where the client is that sent a request, the proxies that are known left out. */
  public ClientAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
  }

  /**
   * Where a client is.
   *
   * @param peer whoever opened the line
   * @param forwarded each {@code X-Forwarded-For}, in their order
   */
  ClientAddress of(String peer, List<String> forwarded) {
    IPAddress client = address(peer).orElse(null);
    if (client == null) {
      return UNKNOWN;
    }
    // Only of whoever opened the line nobody else can say so.
    if (client.isLoopback() && !isProxy(client)) {
      warnOfProxy(forwarded);
      return ClientAddress.LOCAL;
    }
    for (String hop : lastFirst(forwarded)) {
      Optional<IPAddress> before = address(hop);
      // A proxy that writes "unknown" stands for its client itself.
      if (before.isEmpty() || !isProxy(client)) {
        break;
      }
      client = before.get();
    }
    return forwarded.isEmpty() && client.isLoopback()
        ? ClientAddress.LOCAL
        : new ClientAddress(text(client));
  }

  private void warnOfProxy(List<String> forwarded) {
    if (!forwarded.isEmpty() && !warned.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "event=proxy_not_named: requests come from this machine with "
              + FORWARDED
              + "; until fanweb.http.trusted-proxies names it, their clients have no limits of"
              + " connections and messages per address, and are one address for signing in and up,"
              + " where each waits for the wrong passwords of all");
    }
  }

  private static List<String> lastFirst(List<String> headers) {
    List<String> hops = new ArrayList<>();
    headers.forEach(header -> hops.addAll(List.of(header.split(","))));
    Collections.reverse(hops);
    return hops;
  }

  private boolean isProxy(IPAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static String text(IPAddress address) {
    return address.isIPv6() && !address.isLoopback()
        ? address.toPrefixBlock(CLIENT_BITS).toCanonicalString()
        : address.toCanonicalString();
  }

  private static IPAddress network(String text) {
    IPAddress parsed = new IPAddressString(text, STRICT.addressOptions).getAddress();
    return plain(parsed.toPrefixBlock());
  }

  /** Some proxies write a port too. */
  private static Optional<IPAddress> address(String text) {
    HostName host = new HostName(text.strip(), STRICT);
    return host.isAddress() && host.getNetworkPrefixLength() == null
        ? Optional.of(plain(host.asAddress()))
        : Optional.empty();
  }

  /** IPv4 as a server that listens on IPv6 tells it. */
  private static IPAddress plain(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }
}
