package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One's stay in a group over a line that may break: comes in, remembers what was told last, comes
 * back with it. The position moves only by events that follow it one by one; whatever does not
 * follow ends in another join, for joining again sets where one's events begin. Confined to one
 * thread.
 */
final class Session {
  /** No answer names it. */
  private static final String WAITING = "waiting";

  private static final Set<String> STORED =
      Set.of("message", "edited", "deleted", "moderated", "member", "settings");

  private final Consumer<String> out;
  private final String name;
  private final Timers timers;
  private final Backoff backoff;
  private final Listener listener;

  private Beginning beginning;
  private @Nullable StreamPosition position;
  private @Nullable StreamPosition asked;
  private String joining = "";
  private String token = "";
  private int joins;
  private int attempt;
  private boolean entered;
  private boolean known;
  private Timers.Timer timer = Timers.Timer.NONE;

  /** Hears what becomes of it. */
  interface Listener {
    /** See {@link Hearer#entered}. */
    void entered(Welcome welcome, boolean again);

    /** See {@link Hearer#missed}. */
    void missed(StreamPosition after, Welcome welcome);

    /** See {@link Hearer#happened}. */
    void happened(JsonObject event);

    /** One is not let in. */
    void shutOut(Refusal why);
  }

  /**
   * Makes one that has not begun.
   *
   * @param out sends a frame
   * @param name what others read; may be empty
   */
  Session(Consumer<String> out, String name, Timers timers, Backoff backoff, Listener listener) {
    this.out = out;
    this.name = name;
    this.timers = timers;
    this.backoff = backoff;
    this.listener = listener;
    this.beginning = Beginning.NOW;
  }

  /** Says where to begin, before there is a line. */
  void from(Beginning where) {
    beginning = where;
    position = where.position();
  }

  /** There is a line. */
  void start() {
    join(position);
  }

  /** The line is gone. */
  void stop() {
    timer.cancel();
    joining = "";
    entered = false;
  }

  /** Whether one has been in the group. */
  boolean isKnown() {
    return known;
  }

  /** Whether something that was stored has been told. Of another stream it never will. */
  boolean hasReached(@Nullable StreamPosition stored) {
    return stored == null
        || position == null
        || !position.epoch().equals(stored.epoch())
        || position.offset() >= stored.offset();
  }

  /** Takes what is about being here; answers whether it was. */
  boolean take(JsonObject frame) {
    String type = Frames.text(frame, "type");
    if (STORED.contains(type)) {
      advance(frame);
    } else if (type.equals("welcome")) {
      welcomed(frame);
    } else if (type.equals("reset")) {
      renew();
    } else if (type.equals("error") && isOurs(frame)) {
      rejected(Refusal.of(frame));
    } else {
      return false;
    }
    return true;
  }

  private boolean isOurs(JsonObject frame) {
    return !joining.isEmpty() && joining.equals(Frames.text(frame, "id"));
  }

  private void join(@Nullable StreamPosition from) {
    timer.cancel();
    joins++;
    joining = "join-" + joins;
    asked = from;
    JsonObjectBuilder command =
        Frames.JSON.createObjectBuilder().add("type", "join").add("id", joining);
    if (!name.isEmpty()) {
      command.add("name", name);
    }
    if (!token.isEmpty()) {
      command.add("token", token);
    }
    if (from != null) {
      command.add("offset", from.offset()).add("epoch", from.epoch());
    }
    out.accept(command.build().toString());
    // A server that is too busy to answer may have forgotten.
    timer = timers.after(Connection.PATIENCE, () -> join(from));
  }

  private void welcomed(JsonObject frame) {
    if (!isOurs(frame)) {
      return;
    }
    Welcome welcome = Welcome.of(frame);
    timer.cancel();
    joining = "";
    attempt = 0;
    token = welcome.token();
    Long wanted = beginning.offset();
    if (asked != null && !welcome.recovered()) {
      listener.missed(asked, welcome);
      enter(welcome);
    } else if (asked == null && wanted != null) {
      join(new StreamPosition(welcome.position().epoch(), wanted));
    } else {
      enter(welcome);
    }
  }

  private void enter(Welcome welcome) {
    position = welcome.position();
    if (!entered) {
      boolean again = known;
      entered = true;
      known = true;
      listener.entered(welcome, again);
    }
  }

  /** Comes in again where one is. */
  private void renew() {
    if (joining.isEmpty() && position != null) {
      join(position);
    }
  }

  private void advance(JsonObject event) {
    long offset = Frames.number(event, "offset").orElse(0);
    if (!joining.isEmpty() || position == null || offset <= position.offset()) {
      return;
    }
    if (offset > position.offset() + 1) {
      renew();
      return;
    }
    position = position.next();
    listener.happened(event);
  }

  private void rejected(Refusal why) {
    timer.cancel();
    if (why.temporary()) {
      // What happens meanwhile is told after it, and asks for nothing.
      joining = WAITING;
      StreamPosition again = asked;
      timer = timers.after(backoff.afterRefusal(attempt), () -> join(again));
      attempt++;
    } else {
      joining = "";
      listener.shutOut(why);
    }
  }
}
