package fanweb.chat;

import fanweb.channel.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recent publications of one active group, kept once for all its readers. Bounded in number and
 * in size; what falls out at the end is gone for whoever has not read it.
 *
 * <p>Counts its own places: 1 for the first publication after the log was made, then 2, 3 … without
 * a gap, whatever the layer dropped. Any thread may call any method; no lock is held longer than it
 * takes to copy a few references.
 */
final class GroupLog {
  /** Most publications kept. */
  static final int MAX_ENTRIES = 4096;

  /** Most characters kept, whatever their number; one publication is always kept. */
  static final int MAX_CHARS = 2 << 20;

  private @Nullable Kept[] ring = new @Nullable Kept[64];
  private long oldest = 1;
  private volatile long head;
  private long chars;
  private @Nullable Publication<String> latest;

  /** The place of the newest publication; 0 while there is none. */
  long head() {
    return head;
  }

  /**
   * Takes in what the layer delivered. What is not newer than the newest of its epoch is a
   * repetition and ignored; a gap is a drop: without a journal there is nothing to fill it from,
   * and the log goes on.
   *
   * @return whether there is something new to read
   */
  synchronized boolean append(Publication<String> publication) {
    if (isRepetition(publication)) {
      return false;
    }
    latest = publication;
    makeRoom(publication.body().length());
    ring[slot(head + 1)] = new Kept(publication);
    chars += publication.body().length();
    head++;
    return true;
  }

  /**
   * Reads on.
   *
   * @param cursor the place read last, at most the head
   * @return what follows, at most a burst; nothing when the place after the cursor has fallen out
   */
  synchronized Optional<Burst> readAfter(long cursor) {
    if (cursor + 1 < oldest) {
      return Optional.empty();
    }
    List<String> frames = new ArrayList<>((int) Math.min(head - cursor, Burst.MAX_FRAMES));
    int size = 0;
    for (long place = cursor + 1; place <= head && frames.size() < Burst.MAX_FRAMES; place++) {
      String body = at(place).body();
      size += body.length();
      if (size > Burst.MAX_CHARS && !frames.isEmpty()) {
        break;
      }
      frames.add(body);
    }
    return Optional.of(new Burst(cursor, frames));
  }

  private boolean isRepetition(Publication<String> publication) {
    return latest != null
        && latest.position().epoch().equals(publication.position().epoch())
        && publication.position().offset() <= latest.position().offset();
  }

  private void makeRoom(int length) {
    while (oldest <= head && (kept() == MAX_ENTRIES || chars + length > MAX_CHARS)) {
      chars -= at(oldest).body().length();
      ring[slot(oldest)] = null;
      oldest++;
    }
    if (kept() == ring.length) {
      grow();
    }
  }

  private void grow() {
    @Nullable Kept[] grown = new @Nullable Kept[2 * ring.length];
    for (long place = oldest; place <= head; place++) {
      grown[(int) (place & (grown.length - 1))] = new Kept(at(place));
    }
    ring = grown;
  }

  private long kept() {
    return head - oldest + 1;
  }

  private int slot(long place) {
    return (int) (place & (ring.length - 1));
  }

  private Publication<String> at(long place) {
    Kept kept = ring[slot(place)];
    if (kept == null) {
      throw new IllegalStateException("nothing at " + place + ", kept " + oldest + " to " + head);
    }
    return kept.publication();
  }

  private record Kept(Publication<String> publication) {}
}
