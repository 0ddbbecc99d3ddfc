package fanweb.platform;

/**
 * Where a client is, as far as limits go: an IPv4 address, or the 64 bits of an IPv6 network, of
 * which one client has all.
 *
 * @param network as in {@code 203.0.113.7} and {@code 2001:db8:0:1::/64}
 */
public record ClientAddress(String network) {
  /** This machine: a proxy that nobody has named, or whoever runs the server. */
  public static final ClientAddress LOCAL = new ClientAddress("local");

  /** Whether it is this machine. */
  public boolean isLocal() {
    return equals(LOCAL);
  }

  @Override
  public String toString() {
    return network;
  }
}
