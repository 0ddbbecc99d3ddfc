package fanweb.chat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Up to 500 members of a room that speak the same dialect, served by one drain task. The task runs
 * on the executor while there is something to send, sends each member at most one burst, and goes
 * back to the end of the executor's queue: a busy group does not hold up a quiet one, and no lock
 * is held across a send.
 */
final class Section {
  /** Most members; a larger room has several sections, which run side by side. */
  static final int MAX_MEMBERS = 500;

  private static final Logger LOG = System.getLogger(Section.class.getName());
  private static final Membership[] NOBODY = {};

  private final GroupLog log;
  private final BurstWriter writer;
  private final Task task;

  /** Replaced, never changed, so that the drain task walks it without a lock. */
  private volatile Membership[] members = NOBODY;

  /** What was told last. */
  private volatile @Nullable Passing passing;

  Section(GroupLog log, BurstWriter writer, Node node) {
    this.log = log;
    this.writer = writer;
    this.task = new Task(node.drains(), this::drain);
  }

  boolean speaks(Dialect dialect) {
    return writer.dialect().equals(dialect);
  }

  BurstWriter writer() {
    return writer;
  }

  int size() {
    return members.length;
  }

  /** Adds a member. One thread at a time changes a section. */
  void add(Membership member) {
    Membership[] more = Arrays.copyOf(members, members.length + 1);
    more[members.length] = member;
    members = more;
  }

  /** Removes a member, if it is here. One thread at a time changes a section. */
  void remove(Membership member) {
    members = Arrays.stream(members).filter(m -> m != member).toArray(Membership[]::new);
  }

  /** Says that there may be something to send. Any thread. */
  void signal() {
    task.signal();
  }

  /** What follows an offset, as one burst; nothing when the next event has left the log. */
  Optional<Burst> burst(long after) {
    return log.after(after, writer.maxEntries()).map(entries -> writer.write(after, entries));
  }

  /** The text of something that passes, made once for all members that are told it. */
  Optional<String> text(Ephemeral ephemeral) {
    Passing known = passing;
    if (known == null || known.ephemeral() != ephemeral) {
      known = new Passing(ephemeral, writer.dialect().ephemeral(writer.group(), ephemeral));
      passing = known;
    }
    return known.text();
  }

  /** Calls somebody for every member; any thread. */
  void forEach(Consumer<Membership> action) {
    for (Membership member : members) {
      action.accept(member);
    }
  }

  private void drain() {
    Burst burst = Burst.NONE;
    for (Membership member : members) {
      burst = serve(member, burst);
    }
  }

  /** One member's failure is its own. */
  private static Burst serve(Membership member, Burst shared) {
    try {
      return member.connection().writer().serve(member, shared);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "event=send_failed connection=" + member.connection() + " group=" + member.group(),
          e);
      member.connection().end(Ending.BROKEN);
      return shared;
    }
  }

  private record Passing(Ephemeral ephemeral, Optional<String> text) {}
}
