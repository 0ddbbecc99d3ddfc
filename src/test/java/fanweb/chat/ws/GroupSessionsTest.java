package fanweb.chat.ws;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.channel.GroupName;
import fanweb.chat.AddressLimits;
import fanweb.chat.ChatNode;
import fanweb.chat.ChatSettings;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupSessionsTest {
  private static final GroupName GROUP = new GroupName("123");

  private final ChatNode node = ChatNode.start();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final ChatSettings settings =
      new ChatSettings(20, 60, 1, 200, 65_536, List.of(), true, "memory");
  private final GroupSessions sessions =
      new GroupSessions(node.consumer(), settings, new AddressLimits(settings, () -> 0));

  @AfterEach
  void stop() throws InterruptedException {
    node.close();
  }

  @Test
  void aSessionIsHereFromItsOpeningUntilItIsClosed() {
    Session session = session();

    sessions.join(session, GROUP);
    assertThat(connections()).isEqualTo(1);

    sessions.leave(session, 1000);
    sessions.leave(session, 1000);
    assertThat(connections()).isZero();
  }

  @Test
  void aSessionThatBreaksWhileItJoinsStaysNowhere() {
    Session session = session();
    open.set(false);
    sessions.leave(session, 1006);

    sessions.join(session, GROUP);

    assertThat(connections()).isZero();
  }

  @Test
  void aSessionThatBreaksWhileItJoinsTakesNoPlaceOfItsAddress() {
    Session broken = session();
    open.set(false);
    sessions.join(broken, GROUP);
    open.set(true);

    sessions.join(session(), GROUP);

    assertThat(connections()).isEqualTo(1);
  }

  private double connections() {
    return node.meters().scrape("fanweb_connections"::equals).stream()
        .map(GaugeSnapshot.class::cast)
        .mapToDouble(gauge -> gauge.getDataPoints().get(0).getValue())
        .sum();
  }

  /** A session of which only this is asked. */
  private Session session() {
    return proxy(
        Session.class,
        name ->
            switch (name) {
              case "isOpen" -> open.get();
              case "getAsyncRemote" -> proxy(RemoteEndpoint.Async.class, ignored -> null);
              case "getId" -> "1";
              case "getUserPrincipal" -> Identity.guest("", Permissions.NONE);
              case "getUserProperties" -> Map.of(ClientHeader.NAME, "203.0.113.7");
              case "hashCode" -> 1;
              default -> null;
            });
  }

  private static <T> T proxy(Class<T> type, Function<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getName().equals("equals")
                    ? (Object) (self == arguments[0])
                    : answers.apply(method.getName())));
  }
}
