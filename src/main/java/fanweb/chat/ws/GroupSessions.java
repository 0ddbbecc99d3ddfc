package fanweb.chat.ws;

import fanweb.channel.GroupName;
import fanweb.chat.ChatRooms;
import fanweb.chat.ChatSettings;
import fanweb.chat.Ending;
import fanweb.chat.Membership;
import fanweb.chat.SendLimit;
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

  private final ConcurrentMap<Session, Membership> memberships = new ConcurrentHashMap<>();
  private final ChatRooms rooms;
  private final ChatSettings settings;

  @Resource private ManagedScheduledExecutorService scheduler;
  private @Nullable ScheduledFuture<?> watchdog;

  /** Made by CDI, which then sets the scheduler. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  @Inject
  GroupSessions(ChatRooms rooms, ChatSettings settings) {
    this.rooms = rooms;
    this.settings = settings;
  }

  /** Starts the watchdog that cuts stuck connections and forgets broken ones. */
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
  MessageAssembler newAssembler() {
    return new MessageAssembler(settings.maxMessageBytes());
  }

  /** Lets a session into a group. */
  void join(Session session, GroupName group) {
    SendLimit limit = SendLimit.of(settings.ratePerSecond(), settings.rateBurst());
    // What a client does not read is the watchdog's; silence is allowed for as long as it likes.
    session.setMaxIdleTimeout(0);
    memberships.put(session, rooms.join(group, new SessionOutlet(session), limit));
    if (!session.isOpen()) {
      // The line broke before the session was noted, so that its leaving found nothing to remove.
      leave(session, CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode());
    }
    LOG.log(Level.DEBUG, "event=joined connection={0} group={1}", session.getId(), group);
  }

  /** Does what a session's message asks for. */
  void receive(Session session, String message) {
    Membership member = memberships.get(session);
    if (member != null) {
      rooms
          .handle(member, PlainText.decode(member.group(), message))
          .ifPresent(refusal -> member.reply(PlainText.encode(refusal)));
    }
  }

  /** Closes a session. */
  void end(Session session, Ending ending) {
    Membership member = memberships.get(session);
    if (member != null) {
      member.end(ending);
    }
  }

  /** Takes a closed session out of its group. */
  void leave(Session session, int code) {
    Membership member = memberships.remove(session);
    if (member != null) {
      rooms.leave(member);
      LOG.log(Level.DEBUG, "event=left connection={0} code={1}", session.getId(), code);
    }
  }

  private void watch() {
    memberships.forEach(this::watch);
  }

  /** Must not throw: the scheduler would not call again. */
  private void watch(Session session, Membership member) {
    try {
      member.endIfStuck();
      if (!session.isOpen()) {
        // A server may forget to say so, above all when the line breaks during the handshake.
        leave(session, CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "event=watchdog_failed connection=" + session.getId(), e);
    }
  }

  @PreDestroy
  void stop() {
    if (watchdog != null) {
      watchdog.cancel(false);
    }
    memberships.values().forEach(member -> member.end(Ending.GOING_AWAY));
  }
}
