package fanweb.chat.ws;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.GroupName;
import fanweb.channel.memory.MemoryChannelLayer;
import fanweb.chat.ChatMeters;
import fanweb.chat.ChatRooms;
import fanweb.chat.ChatSettings;
import fanweb.chat.GroupActivity;
import fanweb.chat.GroupDirectory;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GroupSessionsTest {
  private static final GroupName GROUP = new GroupName("123");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final GroupSessions sessions =
      new GroupSessions(
          new ChatRooms(
              new MemoryChannelLayer(() -> "epoch"),
              Runnable::run,
              System::nanoTime,
              new ChatMeters(registry),
              new GroupActivity(new NoDirectory(), Runnable::run, Clock.systemUTC())),
          new ChatSettings(20, 60, 65_536, List.of(), true, "memory"));

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

  private double connections() {
    return registry.scrape("fanweb_connections"::equals).stream()
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
              case "hashCode" -> 1;
              default -> null;
            });
  }

  private static <T> T proxy(Class<T> type, java.util.function.Function<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getName().equals("equals")
                    ? (Object) (self == arguments[0])
                    : answers.apply(method.getName())));
  }

  private static final class NoDirectory implements GroupDirectory {
    @Override
    public List<Entry> recent(int limit) {
      return List.of();
    }

    @Override
    public void recordActivity(GroupName group, Instant at) {}
  }
}
