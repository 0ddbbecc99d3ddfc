package fanweb.manage.client;

import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one has said and is not stored yet. One letter is on its way at a time and the others wait,
 * so that their order holds whatever fails. Each has a key, which the server stores once: sending
 * again is always right until an answer came. The key is also the id of the command, so that an
 * answer to an earlier try counts too. Confined to one thread.
 */
final class Outbox {
  private final Consumer<String> out;
  private final Timers timers;
  private final Backoff backoff;
  private final Hearer hearer;
  private final Deque<Letter> letters = new ArrayDeque<>();

  private boolean ready;
  private boolean flying;
  private boolean unanswered;
  private boolean pausing;
  private int attempt;
  private Timers.Timer timer = Timers.Timer.NONE;

  /** Makes one that is empty and sends frames by {@code out}. */
  Outbox(Consumer<String> out, Timers timers, Backoff backoff, Hearer hearer) {
    this.out = out;
    this.timers = timers;
    this.backoff = backoff;
    this.hearer = hearer;
  }

  /** What is not stored yet, in its order. */
  List<Letter> letters() {
    return new ArrayList<>(letters);
  }

  /** Whether all is stored, or refused. */
  boolean isEmpty() {
    return letters.isEmpty();
  }

  /** Whether one was sent on this line and has no answer yet, however long ago. */
  boolean isSending() {
    return unanswered;
  }

  /** Says something after all that was said before. */
  void say(Letter letter) {
    letters.add(letter);
    next();
  }

  /** Commands can be sent. */
  void ready() {
    ready = true;
    next();
  }

  /** They can not. Nobody knows whether what was on its way has arrived: it is sent again. */
  void broken() {
    land();
    unanswered = false;
    ready = false;
    attempt = 0;
  }

  /** The server does not take what is on its way. */
  void refuse(Refusal why) {
    if (unanswered) {
      land();
      unanswered = false;
      hearer.refused(letters.remove(), why);
      next();
    }
  }

  /** Takes an answer to what is on its way; answers whether it was one. */
  boolean take(JsonObject reply) {
    Letter first = letters.peek();
    if (first == null || !first.key().equals(Frames.text(reply, "id"))) {
      return false;
    }
    if (Frames.text(reply, "type").equals("ack")) {
      land();
      unanswered = false;
      attempt = 0;
      hearer.stored(letters.remove(), reply.getBoolean("repeated", false));
      next();
      return true;
    }
    if (flying && Frames.text(reply, "type").equals("error")) {
      failed(first, Refusal.of(reply));
    }
    return false;
  }

  private void failed(Letter letter, Refusal why) {
    if (why.temporary()) {
      unanswered = false;
      later(why);
      hearer.delayed(letter, why);
    } else {
      attempt = 0;
      refuse(why);
    }
  }

  private void next() {
    Letter first = letters.peek();
    if (first == null || !ready || flying || pausing) {
      return;
    }
    flying = true;
    unanswered = true;
    timer = timers.after(Connection.PATIENCE, () -> later(null));
    out.accept(
        Frames.JSON
            .createObjectBuilder()
            .add("type", "publish")
            .add("id", first.key())
            .add("key", first.key())
            .add("text", first.text())
            .build()
            .toString());
  }

  private void later(@Nullable Refusal why) {
    land();
    pausing = true;
    timer =
        timers.after(
            why != null && why.isHaste()
                ? backoff.afterHaste(attempt)
                : backoff.afterRefusal(attempt),
            () -> {
              pausing = false;
              next();
            });
    attempt++;
  }

  /** Nothing is on its way any more, nor waits. */
  private void land() {
    timer.cancel();
    flying = false;
    pausing = false;
  }
}
