package fanweb.chat.ws;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.AddressLimits;
import fanweb.chat.ChatCommand;
import fanweb.chat.ChatConsumer;
import fanweb.chat.ChatSettings;
import fanweb.chat.Connection;
import fanweb.chat.Dialect;
import fanweb.chat.Ending;
import fanweb.chat.Place;
import fanweb.chat.protocol.JsonDialect;
import fanweb.chat.protocol.PlainText;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open sessions of this node and their places in their groups. A session is here from its
 * opening until it is closed, for whatever reason. Any thread, but one at a time for a session.
 */
@ApplicationScoped
public class GroupSessions {
  private static final Logger LOG = System.getLogger(GroupSessions.class.getName());

  /** How many bytes of JSON one byte of text may take, and what may stand around it. */
  private static final int ESCAPED = 6;

  private static final int FRAME_BYTES = 64 << 10;

  private final ConcurrentMap<Session, Line> lines = new ConcurrentHashMap<>();
  private final Dialect plain = new PlainText();
  private final Dialect json = new JsonDialect();
  private final ChatConsumer consumer;
  private final ChatSettings settings;
  private final AddressLimits limits;

  @Resource private ManagedScheduledExecutorService scheduler;
  private @Nullable ScheduledFuture<?> watchdog;

  /** Made by CDI, which then sets the scheduler. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  @Inject
  GroupSessions(ChatConsumer consumer, ChatSettings settings, AddressLimits limits) {
    this.consumer = consumer;
    this.settings = settings;
    this.limits = limits;
  }

  /** Starts the watchdog that pings clients and forgets broken sessions. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    watchdog = scheduler.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Makes endpoints that talk to this bean itself: through CDI's proxy each message would cost a
   * call by reflection.
   *
   * @param kind a constructor
   */
  public <T> Supplier<T> endpoints(Function<GroupSessions, T> kind) {
    return () -> kind.apply(this);
  }

  /** What one connection puts its messages together with. */
  MessageAssembler newAssembler(Session session) {
    int bytes = settings.maxMessageBytes();
    return new MessageAssembler(isJson(session) ? FRAME_BYTES + ESCAPED * bytes : bytes);
  }

  /** Takes a session in; one that speaks plain text is let into the group of its path. */
  void join(Session session, GroupName group) {
    boolean isJson = isJson(session);
    Identity who = who(session);
    SessionOutlet outlet = new SessionOutlet(session, isJson);
    Optional<Place> place = limits.enter(ClientHeader.of(session));
    if (place.isEmpty()) {
      outlet.end(Ending.ADDRESS_FULL);
      return;
    }
    // What a client does not read is the consumer's to watch; silence is allowed for as long as it
    // likes.
    session.setMaxIdleTimeout(0);
    Connection connection = consumer.connect(outlet, isJson ? json : plain, place.get(), who);
    KeepAlive keepAlive = new KeepAlive(System.nanoTime());
    lines.put(session, new Line(connection, group, isJson, outlet, keepAlive));
    if (!isJson) {
      consumer.receive(connection, null, new ChatCommand.Join(group, null, null, Optional.empty()));
    }
    if (!session.isOpen()) {
      // The line broke before the session was noted, so that its leaving found nothing to remove.
      leave(session, CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode());
    }
    LOG.log(Level.DEBUG, "event=connected connection={0} group={1}", session.getId(), group);
  }

  /** Does what a session's message asks for. */
  void receive(Session session, String message) {
    Line line = lines.get(session);
    if (line != null) {
      line.keepAlive().heard(System.nanoTime());
      line.receive(consumer, message);
    }
  }

  /** Notes that a session's client is there. */
  void hear(Session session) {
    Line line = lines.get(session);
    if (line != null) {
      line.keepAlive().heard(System.nanoTime());
    }
  }

  /** Closes a session. */
  void end(Session session, Ending ending) {
    Line line = lines.get(session);
    if (line != null) {
      line.connection().end(ending);
    }
  }

  /** Takes a closed session out of its groups. */
  void leave(Session session, int code) {
    Line line = lines.remove(session);
    if (line != null) {
      consumer.disconnect(line.connection());
      LOG.log(Level.DEBUG, "event=left connection={0} code={1}", session.getId(), code);
    }
  }

  /** Who asked for the handshake; see {@link ClientHeader}. */
  private static Identity who(Session session) {
    if (!(session.getUserPrincipal() instanceof Identity who)) {
      throw new IllegalStateException("no filter has found out who asks");
    }
    return who;
  }

  private static boolean isJson(Session session) {
    return ChatEndpoint.JSON.equals(session.getNegotiatedSubprotocol());
  }

  private void watch() {
    lines.forEach(this::watch);
  }

  /** Must not throw: the scheduler would not call again. */
  private void watch(Session session, Line line) {
    try {
      keepAlive(line);
      if (!session.isOpen()) {
        // A server may forget to say so, above all when the line breaks during the handshake.
        leave(session, CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "event=watchdog_failed connection=" + session.getId(), e);
    }
  }

  private static void keepAlive(Line line) {
    switch (line.keepAlive().next(System.nanoTime())) {
      case NOTHING -> {}
      case PING -> line.outlet().ping();
      case GIVE_UP -> {
        // The tutorial's script answers only while it reads.
        if (line.isJson()) {
          line.connection().end(Ending.NO_PONG);
        }
      }
    }
  }

  @PreDestroy
  void stop() {
    if (watchdog != null) {
      watchdog.cancel(false);
    }
    lines.values().forEach(line -> line.connection().end(Ending.GOING_AWAY));
  }
}
