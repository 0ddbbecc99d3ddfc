package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which other nodes there are: each says every {@link #BEAT} that it lives, and one that was not
 * heard for {@link #LEASE} is gone, with everybody who is connected to it. Any thread.
 */
final class Neighbourhood implements ChannelLayer.Subscriber<NodeNote> {
  /** How often a node says that it lives. */
  static final Duration BEAT = Duration.ofSeconds(3);

  /** How long that holds. */
  static final Duration LEASE = Duration.ofSeconds(10);

  /** Where they say so, as if from a room that no group can have. */
  static final GroupName NODES = new GroupName("nodes");

  /** What notes about no group have instead of a room's number. */
  static final long NO_ROOM = 0;

  private static final Logger LOG = System.getLogger(Neighbourhood.class.getName());

  private final String self;
  private final ChannelLayer<NodeNote> notes;
  private final Node node;
  private final Supplier<List<ChatRoom>> rooms;
  private final AtomicBoolean doubtful = new AtomicBoolean();
  private final ConcurrentMap<String, Long> lastHeard = new ConcurrentHashMap<>();

  /**
   * Makes one that knows nobody.
   *
   * @param self this node's id
   * @param rooms the groups that are open here
   */
  Neighbourhood(
      String self, ChannelLayer<NodeNote> notes, Node node, Supplier<List<ChatRoom>> rooms) {
    this.self = self;
    this.notes = notes;
    this.node = node;
    this.rooms = rooms;
  }

  /** Says that this node lives, and forgets those that do not. Called every {@link #BEAT}. */
  void beat() {
    StreamPosition position = new StreamPosition(new Life(self, NO_ROOM).toString(), 0);
    NodeNote note = doubtful.getAndSet(false) ? new NodeNote.Asking() : new NodeNote.Alive();
    notes.groupSend(NODES, new Publication<>(position, note));
    long now = node.nanoTime().getAsLong();
    lastHeard.forEach(
        (other, since) -> {
          if (now - since > LEASE.toNanos() && lastHeard.remove(other, since)) {
            LOG.log(Level.INFO, "event=node_gone node=" + other);
            forEachCompany(company -> company.forget(other));
          }
        });
    // One that never said that it lives is gone when it is silent.
    forEachCompany(company -> company.forgetUnknown(lastHeard.keySet(), now - LEASE.toNanos()));
  }

  @Override
  public void receive(Publication<NodeNote> publication) {
    Life.parse(publication.position().epoch())
        .filter(life -> life.number() == NO_ROOM && !life.node().equals(self))
        .ifPresent(life -> heard(life.node(), publication.body()));
  }

  /** What this node told last may have been dropped as well: it lets the others know. */
  @Override
  public void mayHaveMissed() {
    doubtful.set(true);
  }

  private void heard(String other, NodeNote note) {
    boolean isNew = lastHeard.put(other, node.nanoTime().getAsLong()) == null;
    if (isNew) {
      LOG.log(Level.INFO, "event=node_here node=" + other);
    }
    // It may have been forgotten only because it was silent for a while.
    if (isNew || note instanceof NodeNote.Asking) {
      forEachCompany(company -> company.doubt(other));
    }
  }

  private void forEachCompany(Consumer<Company> action) {
    rooms.get().forEach(room -> action.accept(room.company()));
  }
}
