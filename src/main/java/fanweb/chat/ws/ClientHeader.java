package fanweb.chat.ws;

import fanweb.account.Identity;
import fanweb.platform.BearerToken;
import fanweb.platform.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A handshake as the endpoint is to see it. With one header more, which tells where its client is:
 * of the request only headers reach a WebSocket endpoint. What a client sends under that name
 * itself is not seen. And not of a guest by cookie: a browser's guest is who the page says, while a
 * program's is who its token says, as everywhere.
 */
final class ClientHeader extends HttpServletRequestWrapper {
  static final String NAME = "Fan-Web-Client";

  private final ClientAddress address;

  ClientHeader(HttpServletRequest request, ClientAddress address) {
    super(request);
    this.address = address;
  }

  /** Where a session's client is. */
  static ClientAddress of(Session session) {
    Object address = session.getUserProperties().get(NAME);
    return new ClientAddress((String) Objects.requireNonNull(address, "no handshake filter"));
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Principal who = super.getUserPrincipal();
    boolean byCookie = BearerToken.of(getHeader("Authorization")).isEmpty();
    return byCookie && who instanceof Identity guest && !guest.isSignedIn()
        ? Identity.guest("", guest.permissions())
        : who;
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase(NAME) ? address.network() : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(NAME)
        ? Collections.enumeration(Set.of(address.network()))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
    names.removeIf(NAME::equalsIgnoreCase);
    names.add(NAME);
    return Collections.enumeration(names);
  }
}
