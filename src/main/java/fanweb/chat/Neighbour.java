package fanweb.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in a group on one other node, as that node has told. Guarded by its {@link Company}. */
final class Neighbour {
  private final Presence presence;
  private final Map<String, Author> people = new HashMap<>();
  private long number;
  private long version;
  private @Nullable Long doubtedSince;
  private long toldAt;

  /**
   * Makes one without people.
   *
   * @param presence hears who comes and goes there
   */
  Neighbour(Presence presence) {
    this.presence = presence;
  }

  /**
   * Takes in a note.
   *
   * @param number which of that node's rooms wrote it
   * @param version how many changes that room had told with it
   * @return whether it is plain by now who is there; else that node has to be asked
   */
  boolean take(long number, long version, NodeNote note) {
    if (number < this.number) {
      return true;
    }
    if (note instanceof NodeNote.Whole whole) {
      this.number = number;
      this.version = version;
      doubtedSince = null;
      replace(whole.people());
      return true;
    }
    if (number > this.number) {
      // Whoever is still in the room before is on their way out.
      this.number = number;
      this.version = 0;
      clear();
    }
    if (note instanceof NodeNote.Change change && version == this.version + 1) {
      this.version = version;
      change.joined().forEach(this::join);
      change.left().forEach(this::leave);
    }
    return version <= this.version;
  }

  /** It told something. */
  void told(long nanoTime) {
    toldAt = nanoTime;
  }

  /** Whether it told everything before a time. */
  boolean toldBefore(long nanoTime) {
    return toldAt - nanoTime < 0;
  }

  /** What it told last may have been lost; it is asked from that time on. */
  void doubt(long nanoTime) {
    if (doubtedSince == null) {
      doubtedSince = nanoTime;
    }
  }

  /** Whether it was asked before a time and has not answered: nobody has the group open there. */
  boolean isSilent(long nanoTime) {
    return doubtedSince != null && doubtedSince - nanoTime < 0;
  }

  /** Takes all of them away. */
  void clear() {
    replace(List.of());
  }

  private void replace(List<Author> now) {
    Set<String> ids = now.stream().map(Author::id).collect(Collectors.toSet());
    List.copyOf(people.values()).stream()
        .filter(one -> !ids.contains(one.id()))
        .forEach(this::leave);
    now.forEach(this::join);
  }

  private void join(Author author) {
    Author before = people.put(author.id(), author);
    if (!author.equals(before)) {
      presence.join(author);
    }
    if (before != null && !author.equals(before)) {
      presence.leave(before);
    }
  }

  private void leave(Author author) {
    Author before = people.remove(author.id());
    if (before != null) {
      presence.leave(before);
    }
  }
}
