package fanweb.system.faults;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client as the protocol wants it: one message under way at a time, sent again with the same key
 * until it is acknowledged; after each break it comes back with the position it has reached, more
 * and more slowly, to the next node that it knows. Writes everything down. Any thread.
 */
final class Talker {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** Longer than a server lets anybody wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final int MOST_DOUBLINGS = 4;

  private final Way way;
  private final ClientLog log;
  private final Ear ear;
  private final Deque<String> outbox = new ArrayDeque<>();
  private @Nullable Line line;
  private @Nullable String token;
  private @Nullable String session;
  private @Nullable String author;
  private @Nullable Position position;
  private @Nullable Stopwatch away;

  /** Which of the nodes it goes to, or is at. */
  private int node;

  private boolean wanted;
  private boolean joined;
  private int failures;
  private long reached;

  /** The number of the attempt that has not been answered; 0 when nothing is under way. */
  private int underWay;

  private int attempts;

  /** Whether it waits before it tries again what was refused. */
  private boolean resting;

  Talker(Way way, ClientLog log, Ear ear) {
    this.way = way;
    this.log = log;
    this.ear = ear;
  }

  /**
   * Where to go, and what with.
   *
   * @param nodes the group's address at each node, where to go first at the front
   * @param shared answers the same text, kept once for all who hear it
   */
  record Way(
      List<URI> nodes,
      HttpClient http,
      ScheduledExecutorService timer,
      UnaryOperator<String> shared) {}

  /** Hears each message that is new to a client, on the thread that reads its line. */
  @FunctionalInterface
  interface Ear {
    void hear(String text);
  }

  ClientLog log() {
    return log;
  }

  /** Comes with a session's secret, as a browser does that is signed in; to be told before all. */
  synchronized void signIn(String secret) {
    session = secret;
  }

  /** The address of the group at the node where it is, or goes to. */
  synchronized URI node() {
    return way.nodes().get(node);
  }

  /** Connects, and from now on comes back after each break. */
  synchronized void come() {
    wanted = true;
    if (line == null) {
      connect();
    }
  }

  /** Cuts the line without a word and stays away until it is told to come. */
  synchronized void stayAway() {
    wanted = false;
    Line old = line;
    forgetLine();
    if (old != null) {
      old.cut();
    }
  }

  /** Cuts the line and goes to the next node. */
  synchronized void move() {
    Line old = line;
    if (old != null) {
      old.cut();
      lost(old);
    }
  }

  /**
   * Stops reading, or goes on, on the line of now. Whoever goes on asks whether the line is still
   * there: Java's client does not always tell of one that ended while nobody read (JDK 17 and 25,
   * up to 32 of 200 lines to a bare server).
   */
  synchronized void pause(boolean stop) {
    Line now = line;
    if (now != null) {
      now.pause(stop);
      if (!stop) {
        now.ping();
        later(PATIENCE, () -> giveUpUnlessAnswered(now));
      }
    }
  }

  private synchronized void giveUpUnlessAnswered(Line from) {
    if (line == from && !from.isAnswered()) {
      from.cut();
      lost(from);
    }
  }

  /** Says something as soon as all before it is acknowledged. */
  synchronized void say(String text) {
    log.send(text);
    outbox.add(text);
    sendNext();
  }

  synchronized boolean isIn() {
    return joined;
  }

  /** How many messages are not acknowledged. */
  synchronized int unacknowledged() {
    return outbox.size();
  }

  /** The offset heard last; -1 before it was ever in. */
  synchronized long cursor() {
    return position == null ? -1 : position.offset();
  }

  /** The highest offset that this client knows to be there. */
  synchronized long reached() {
    return Math.max(reached, cursor());
  }

  /** What somebody wants to know whose crowd does not settle. */
  @Override
  public synchronized String toString() {
    return "%s (in: %s, lines ended: %s, failures: %d, at: %d, unacknowledged: %d)"
        .formatted(log.client(), joined, log.endings(), failures, cursor(), outbox.size());
  }

  private void connect() {
    Line next = new Line(this);
    line = next;
    WebSocket.Builder handshake =
        way.http().newWebSocketBuilder().subprotocols("fanweb.v1").connectTimeout(CONNECTING);
    if (session != null) {
      handshake.header("Cookie", "fanweb_session=" + session);
    }
    CompletableFuture<?> unused =
        handshake
            .buildAsync(node(), next)
            .whenComplete(
                (socket, failure) -> {
                  if (failure != null) {
                    lost(next);
                  }
                });
  }

  /** The line is open. */
  synchronized void opened(Line from) {
    if (line != from) {
      from.cut();
      return;
    }
    StringBuilder join = new StringBuilder("{\"type\":\"join\",\"name\":\"" + log.client() + "\"");
    if (token != null) {
      join.append(",\"token\":\"" + token + "\"");
    }
    if (position != null) {
      join.append(",\"offset\":" + position.offset() + ",\"epoch\":\"" + position.epoch() + "\"");
    }
    from.send(join.append('}').toString());
    later(PATIENCE, () -> giveUpUnlessIn(from));
  }

  private synchronized void giveUpUnlessIn(Line from) {
    if (line == from && !joined) {
      from.cut();
      lost(from);
    }
  }

  /** The line is gone. */
  synchronized void lost(Line from) {
    if (line != from) {
      return;
    }
    if (joined) {
      away = Stopwatch.start();
    }
    forgetLine();
    node = (node + 1) % way.nodes().size();
    if (wanted) {
      later(pause(), this::comeBack);
    }
  }

  private void forgetLine() {
    line = null;
    joined = false;
    underWay = 0;
  }

  private synchronized void comeBack() {
    if (wanted && line == null) {
      connect();
    }
  }

  /** How long to wait after one more failure. */
  private Duration pause() {
    long most = FIRST_PAUSE_MILLIS << Math.min(failures, MOST_DOUBLINGS);
    failures++;
    return Duration.ofMillis(most / 2 + (log.client().hashCode() & 0xffff) % (most / 2));
  }

  /** Somebody says something to this client. */
  synchronized void hear(Line from, JsonObject frame) {
    if (line != from) {
      return;
    }
    switch (frame.getString("type")) {
      case "welcome" -> welcome(frame);
      case "message" -> message(frame);
      case "ack" -> acknowledged(frame);
      case "error" -> refused(from, frame);
      case "presence", "typing" -> {}
      default -> log.complain("was told " + frame);
    }
  }

  private void welcome(JsonObject frame) {
    Position from = new Position(frame.getString("epoch"), offset(frame));
    if (position != null && !frame.getBoolean("recovered")) {
      log.complain("was not recovered from " + position + " but sent to " + from);
    }
    log.begin(from);
    position = from;
    recognise(frame);
    joined = true;
    if (away != null) {
      log.returned(away.elapsed());
      away = null;
    }
    failures = 0;
    sendNext();
  }

  /** Whoever comes back is who they were, by a guest's token or by their session. */
  private void recognise(JsonObject frame) {
    token = frame.getString("token", token);
    String known = frame.getString("author");
    if (author != null && !author.equals(known)) {
      log.complain("was " + author + " and is " + known);
    }
    author = known;
  }

  private void message(JsonObject frame) {
    long offset = offset(frame);
    String text = way.shared().apply(frame.getString("text"));
    log.hear(offset, text);
    Position before = position;
    if (before != null && offset > before.offset()) {
      position = new Position(before.epoch(), offset);
      ear.hear(text);
    }
  }

  private void acknowledged(JsonObject frame) {
    if (frame.getInt("id") != underWay) {
      log.complain("was answered what it did not ask: " + frame);
      return;
    }
    underWay = 0;
    failures = 0;
    Position stored = new Position(frame.getString("epoch"), offset(frame));
    reached = Math.max(reached, stored.offset());
    log.ack(Testimony.key(outbox.remove()), stored, frame.getBoolean("repeated", false));
    sendNext();
  }

  private void refused(Line from, JsonObject frame) {
    underWay = 0;
    if (!frame.getBoolean("temporary")) {
      log.complain("was refused for good: " + frame);
      return;
    }
    log.refused();
    if (joined) {
      resting = true;
      later(pause(), this::goOn);
    } else {
      from.cut();
      lost(from);
    }
  }

  private synchronized void goOn() {
    resting = false;
    sendNext();
  }

  private synchronized void sendNext() {
    String text = outbox.peek();
    Line open = line;
    if (text == null || open == null || !joined || underWay != 0 || resting) {
      return;
    }
    attempts++;
    int attempt = attempts;
    underWay = attempt;
    open.send(
        "{\"type\":\"publish\",\"id\":%d,\"key\":\"%s\",\"text\":\"%s\"}"
            .formatted(attempt, Testimony.key(text), text));
    later(PATIENCE, () -> giveUp(open, attempt));
  }

  /** A line that does not answer is as good as one that broke, if there is another to go to. */
  private synchronized void giveUp(Line from, int attempt) {
    if (line == from && underWay == attempt) {
      if (way.nodes().size() == 1) {
        log.complain("had no answer for " + PATIENCE);
      }
      from.cut();
      lost(from);
    }
  }

  private void later(Duration delay, Runnable work) {
    ScheduledFuture<?> unused = way.timer().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static long offset(JsonObject frame) {
    return frame.getJsonNumber("offset").longValue();
  }
}
