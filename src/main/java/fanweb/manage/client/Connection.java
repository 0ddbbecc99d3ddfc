package fanweb.manage.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line to a server, kept up: notices when it is gone, also when nobody says so, and comes back.
 * Knows nothing of groups. Confined to the thread of its timers.
 */
final class Connection {
  /**
   * How long silence is nothing to worry about. Not long: when a line ends while something from it
   * is being heard, Java's client may never tell, and nothing but an answer that does not come
   * shows it.
   */
  static final Duration QUIET = Duration.ofSeconds(10);

  /** How long an answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A line that breaks sooner has not worked: who accepts and drops must not be hammered. */
  private static final Duration STEADY = Duration.ofSeconds(5);

  private static final String PING = "{\"type\":\"ping\"}";

  private final Line.Dialer dialer;
  private final Timers timers;
  private final Backoff backoff;
  private final @Nullable Duration giveUp;
  private final Listener listener;

  private @Nullable Line line;
  private @Nullable Duration openedAt;
  private @Nullable Duration lostAt;
  private boolean worked;
  private boolean stopped;
  private int attempt;
  private int dials;
  private Timers.Timer timer = Timers.Timer.NONE;

  /** Hears what becomes of it. */
  interface Listener {
    /** There is a line. */
    void opened();

    /** Something came. */
    void heard(String frame);

    /** The line is gone; another one will be tried after so long. */
    void away(LineEnd why, Duration wait);

    /** There is none, and will be none. */
    void ended(LineEnd why);
  }

  /**
   * Makes one that is not open.
   *
   * @param giveUp how long to try to come back after a loss; null: for ever
   */
  Connection(
      Line.Dialer dialer,
      Timers timers,
      Backoff backoff,
      @Nullable Duration giveUp,
      Listener listener) {
    this.dialer = dialer;
    this.timers = timers;
    this.backoff = backoff;
    this.giveUp = giveUp;
    this.listener = listener;
  }

  /** Connects. The first time nobody answers is the end, later ones are not. */
  void open() {
    stopped = false;
    dials++;
    dialer.dial(new Current(dials));
  }

  /** Sends a frame if there is a line; whether it will arrive nobody knows. */
  void send(String frame) {
    if (line != null) {
      // One that is gone is heard of otherwise.
      var unused = line.send(frame);
    }
  }

  /** Says goodbye for good; nothing is heard any more. Then does something, within a second. */
  void close(Runnable then) {
    stopped = true;
    timer.cancel();
    dials++;
    Line last = line;
    line = null;
    if (last == null) {
      then.run();
    } else {
      var unused = last.close().whenComplete((done, failure) -> timers.execute(then));
    }
  }

  private void lost(LineEnd why) {
    Duration now = timers.now();
    if (openedAt != null && now.minus(openedAt).compareTo(STEADY) > 0) {
      attempt = 0;
    }
    if (lostAt == null) {
      lostAt = now;
    }
    drop();
    if (worked && !why.isFinal() && !isHopeless(now)) {
      Duration wait = backoff.afterLoss(attempt);
      attempt++;
      timer = timers.after(wait, this::open);
      listener.away(why, wait);
    } else {
      stopped = true;
      listener.ended(why);
    }
  }

  private boolean isHopeless(Duration now) {
    return giveUp != null && lostAt != null && now.minus(lostAt).compareTo(giveUp) >= 0;
  }

  private void drop() {
    timer.cancel();
    dials++;
    openedAt = null;
    if (line != null) {
      line.drop();
      line = null;
    }
  }

  private void watch() {
    timer.cancel();
    timer = timers.after(QUIET, this::ask);
  }

  private void ask() {
    timer = timers.after(PATIENCE, () -> lost(new LineEnd.Silent()));
    send(PING);
  }

  /** Listens to the latest line; what an earlier one still has to say is not for us. */
  private final class Current implements Line.Listener {
    private final int dial;

    Current(int dial) {
      this.dial = dial;
    }

    @Override
    public void opened(Line opened, String protocol) {
      if (dial != dials || stopped) {
        opened.drop();
      } else if (!protocol.equals(Frames.PROTOCOL)) {
        opened.drop();
        lost(new LineEnd.OtherProtocol());
      } else {
        line = opened;
        worked = true;
        openedAt = timers.now();
        lostAt = null;
        watch();
        listener.opened();
        opened.more();
      }
    }

    @Override
    public void heard(String frame) {
      Line from = line;
      if (dial == dials && from != null) {
        watch();
        listener.heard(frame);
        from.more();
      }
    }

    @Override
    public void ended(LineEnd why) {
      if (dial == dials && !stopped) {
        lost(why);
      }
    }
  }
}
