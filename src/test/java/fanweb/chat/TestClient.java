package fanweb.chat;

import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The far end of a connection, in memory: hears at once while it reads, keeps the sender waiting
 * while it does not. Any thread.
 */
public final class TestClient implements Outlet {
  private final List<String> heard = new ArrayList<>();
  private final ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final ChatConsumer consumer;
  private final Connection connection;
  private boolean reading = true;
  private boolean broken;

  TestClient(ChatConsumer consumer, Dialect dialect, SendLimit limit, Identity who) {
    this.consumer = consumer;
    this.connection = consumer.connect(this, dialect, new Place(limit), who);
  }

  /** Joins a group as nobody in particular and waits until it is in. */
  public void join(GroupName group, Optional<StreamPosition> after) {
    ask("join", new ChatCommand.Join(group, null, null, after));
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> isIn(group));
  }

  /** Whether it is in a group. */
  public boolean isIn(GroupName group) {
    return connection.memberships().in(group) != null;
  }

  /** Sends a command. */
  public void ask(@Nullable String id, ChatCommand command) {
    consumer.receive(connection, id == null ? null : '"' + id + '"', command);
  }

  /** Says something and does not wait for what becomes of it. */
  public void say(GroupName group, String text) {
    ask(null, new ChatCommand.Publish(group, null, text));
  }

  /** The server's side of it. */
  public Connection connection() {
    return connection;
  }

  /** Is gone, as when its line breaks. */
  public void disconnect() {
    consumer.disconnect(connection);
  }

  /** Leaves what is sent from now on where it is. */
  public synchronized TestClient stopReading() {
    reading = false;
    return this;
  }

  /** Throws at what is sent from now on. */
  public synchronized TestClient breakDown() {
    broken = true;
    return this;
  }

  /** Takes what waits and reads on. */
  public void readAgain() {
    List<Runnable> released;
    synchronized (this) {
      reading = true;
      released = List.copyOf(waiting);
      waiting.clear();
    }
    released.forEach(Runnable::run);
  }

  /** The frames it was sent. */
  public synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  /** Why the server ended it. */
  public List<Ending> endings() {
    return List.copyOf(endings);
  }

  @Override
  public void send(List<String> frames, Runnable sent) {
    synchronized (this) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      heard.addAll(frames);
      if (!reading) {
        waiting.add(sent);
        return;
      }
    }
    sent.run();
  }

  @Override
  public void end(Ending ending) {
    endings.add(ending);
  }
}
