package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import fanweb.channel.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;

/**
 * Who is in a group and who is writing there, on this node and on the others. Tells the others of
 * its own people some times a second, and asks them for theirs whenever it may have missed
 * something; so nothing has to be kept outside of the nodes. Any thread.
 */
final class Company implements ChannelLayer.Subscriber<NodeNote> {
  /** How long a node that was asked has until nobody is there: long, for a short message. */
  static final Duration ANSWER = Duration.ofSeconds(5);

  private final GroupName group;
  private final Life life;
  private final ChannelLayer<NodeNote> notes;
  private final LongSupplier nanoTime;
  private final Presence presence = new Presence();
  private final Typing typing = new Typing();

  /** Who is here, and over how many connections. */
  private final Map<String, Present> own = new LinkedHashMap<>();

  /** Who came, went or has another name, which the others have not been told. */
  private final Map<String, Author> untold = new LinkedHashMap<>();

  /** By the id of the node. */
  private final Map<String, Neighbour> neighbours = new HashMap<>();

  private long version;
  private boolean asking = true;
  private boolean asked;

  /**
   * Makes one with nobody in it.
   *
   * @param notes brings them to the other nodes
   */
  Company(GroupName group, Life life, ChannelLayer<NodeNote> notes, LongSupplier nanoTime) {
    this.group = group;
    this.life = life;
    this.notes = notes;
    this.nanoTime = nanoTime;
  }

  /** Begins to hear the others; waits for the layer a second at most. */
  void open() {
    notes.groupAdd(group, this);
  }

  /** Hears nobody any more, and tells the others that nobody is here. */
  void close() {
    notes.groupDiscard(group, this);
    synchronized (this) {
      own.clear();
      untold.clear();
      version++;
    }
    send(new NodeNote.Whole(List.of()));
  }

  GroupName group() {
    return group;
  }

  /** Who is here, on all nodes. */
  Presence presence() {
    return presence;
  }

  /** Who is writing, on all nodes. */
  Typing typing() {
    return typing;
  }

  /** Somebody comes in over one connection more. */
  synchronized void join(Author author) {
    presence.join(author);
    Present before = own.get(author.id());
    own.put(author.id(), new Present(author, before == null ? 1 : before.connections() + 1));
    if (before == null || !before.author().equals(author)) {
      untold.put(author.id(), author);
    }
  }

  /** Somebody goes out over one connection. */
  synchronized void leave(Author author) {
    presence.leave(author);
    typing.set(author, false, 0);
    Present before = own.get(author.id());
    if (before != null && before.connections() > 1) {
      own.put(author.id(), new Present(before.author(), before.connections() - 1));
    } else if (before != null) {
      own.remove(author.id());
      untold.put(author.id(), author);
    }
  }

  /** Somebody here writes, or stopped. */
  void write(Author author, boolean on) {
    typing.set(author, on, nanoTime.getAsLong());
    send(new NodeNote.Writing(author, on));
  }

  /**
   * Makes one change of what passed since the last time, and tells it to the other nodes. Called by
   * one thread at a time.
   *
   * @return whether there is something to tell those who are here
   */
  boolean settle() {
    due().forEach(one -> notes.groupSend(group, one));
    boolean someCameOrWent = presence.settle();
    return typing.settle(nanoTime.getAsLong()) || someCameOrWent;
  }

  private synchronized List<Publication<NodeNote>> due() {
    forgetSilent();
    List<Publication<NodeNote>> due = new ArrayList<>(2);
    if (asking) {
      due.add(numbered(new NodeNote.Asking()));
    }
    if (!untold.isEmpty()) {
      version++;
    }
    if (asked) {
      due.add(numbered(new NodeNote.Whole(own.values().stream().map(Present::author).toList())));
    } else if (!untold.isEmpty()) {
      due.add(numbered(change()));
    }
    asking = false;
    asked = false;
    untold.clear();
    return due;
  }

  private void forgetSilent() {
    long deadline = nanoTime.getAsLong() - ANSWER.toNanos();
    forgetIf((node, neighbour) -> neighbour.isSilent(deadline));
  }

  private void forgetIf(BiPredicate<String, Neighbour> condition) {
    neighbours
        .entrySet()
        .removeIf(
            one -> {
              boolean gone = condition.test(one.getKey(), one.getValue());
              if (gone) {
                one.getValue().clear();
              }
              return gone;
            });
  }

  private NodeNote.Change change() {
    List<Author> joined = new ArrayList<>();
    List<Author> left = new ArrayList<>();
    untold.forEach(
        (id, author) -> {
          Present now = own.get(id);
          if (now == null) {
            left.add(author);
          } else {
            joined.add(now.author());
          }
        });
    return new NodeNote.Change(joined, left);
  }

  private void send(NodeNote note) {
    notes.groupSend(group, numbered(note));
  }

  private synchronized Publication<NodeNote> numbered(NodeNote note) {
    return new Publication<>(new StreamPosition(life.toString(), version), note);
  }

  /** Takes in what another node tells. */
  @Override
  public void receive(Publication<NodeNote> publication) {
    Life.parse(publication.position().epoch())
        .filter(other -> other.number() != Neighbourhood.NO_ROOM)
        .filter(other -> !other.node().equals(life.node()))
        .ifPresent(other -> take(other, publication.position().offset(), publication.body()));
  }

  private void take(Life other, long version, NodeNote note) {
    if (note instanceof NodeNote.Writing writing) {
      typing.set(writing.author(), writing.on(), nanoTime.getAsLong());
    } else if (note instanceof NodeNote.Change change) {
      change.left().forEach(author -> typing.set(author, false, 0));
    }
    listen(other, version, note);
  }

  private synchronized void listen(Life other, long version, NodeNote note) {
    asked |= note instanceof NodeNote.Asking;
    Neighbour neighbour = neighbours.computeIfAbsent(other.node(), node -> new Neighbour(presence));
    neighbour.told(nanoTime.getAsLong());
    asking |= !neighbour.take(other.number(), version, note);
  }

  /** Asks all others who is with them. */
  @Override
  public synchronized void mayHaveMissed() {
    asking = true;
    neighbours.values().forEach(neighbour -> neighbour.doubt(nanoTime.getAsLong()));
  }

  /** Asks, because what one of them told last may have been lost. */
  synchronized void doubt(String node) {
    asking = true;
    Neighbour neighbour = neighbours.get(node);
    if (neighbour != null) {
      neighbour.doubt(nanoTime.getAsLong());
    }
  }

  /** Takes away the people of a node that is gone. */
  synchronized void forget(String gone) {
    forgetIf((node, neighbour) -> node.equals(gone));
  }

  /** Takes away the people of nodes that are not known and have told nothing since a time. */
  synchronized void forgetUnknown(Set<String> known, long nanoTime) {
    forgetIf((node, neighbour) -> !known.contains(node) && neighbour.toldBefore(nanoTime));
  }

  private record Present(Author author, int connections) {}
}
