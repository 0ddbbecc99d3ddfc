package fanweb.chat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is writing in a group just now. Told as a whole a few times a second while it changes;
 * whoever does not say so again is forgotten after {@link #LASTS}. Any thread.
 */
final class Typing {
  /** How long it holds that somebody is writing. */
  static final Duration LASTS = Duration.ofSeconds(6);

  /** Most people told. */
  static final int MAX_NAMES = 10;

  private final Map<String, Writing> writing = new LinkedHashMap<>();
  private Ephemeral.Typing now = new Ephemeral.Typing(List.of());
  private boolean changed;
  private volatile long version;

  /** The number of the latest change; 0 before anybody wrote. */
  long version() {
    return version;
  }

  synchronized void set(Author author, boolean on, long nanoTime) {
    Writing known = on ? null : writing.remove(author.id());
    if (on) {
      known = writing.put(author.id(), new Writing(author, nanoTime));
    }
    changed |= on == (known == null);
  }

  /** Forgets who is silent and makes one change of all; answers whether there is one. */
  synchronized boolean settle(long nanoTime) {
    changed |= writing.values().removeIf(one -> nanoTime - one.since() > LASTS.toNanos());
    if (!changed) {
      return false;
    }
    changed = false;
    now =
        new Ephemeral.Typing(
            writing.values().stream().map(Writing::author).limit(MAX_NAMES).toList());
    version++;
    return true;
  }

  synchronized Seen now() {
    return new Seen(version, now);
  }

  /** What is told, up to a version. */
  record Seen(long version, Ephemeral news) {}

  private record Writing(Author author, long since) {}
}
