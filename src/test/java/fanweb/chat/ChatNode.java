package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.channel.memory.MemoryChannelLayer;
import fanweb.chat.jdbc.JdbcJournal;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * One node of a chat as the server wires it, with a real journal in a database; its watches are
 * wound by the test. Nodes that share a database, and perhaps a layer, are nodes of one chat.
 */
public final class ChatNode implements AutoCloseable {
  /** What one client may take up: little, so that tests come to its end. */
  public static final ConnectionLimits LIMITS = new ConnectionLimits(3, 2);

  private final ExecutorService drains = Executors.newFixedThreadPool(2);
  private final ScheduledThreadPoolExecutor blocking = new ScheduledThreadPoolExecutor(8);
  private final AtomicLong nanoTime = new AtomicLong(1);
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Journal journal;
  private final ChatService service;
  private final ChatConsumer consumer;
  private final People people = new People();
  private final Node node;

  private ChatNode(ChatService.Channels channels, Journal journal, GroupDirectory directory) {
    this.journal = journal;
    node =
        new Node(
            drains,
            blocking,
            nanoTime::get,
            Clock.systemUTC(),
            ChatNode::newEpoch,
            new ChatMeters(registry));
    service =
        new ChatService(
            channels,
            new ChatService.Storage(journal, true),
            new GroupActivity(directory, blocking, Clock.systemUTC()),
            node,
            65_536);
    consumer = new ChatConsumer(service, node, new SecureRandom(), LIMITS, people);
  }

  /** A node on a database of its own. */
  public static ChatNode start() {
    return on(newDatabase());
  }

  /** A node on a database. */
  public static ChatNode on(DataSource database) {
    return on(database, newLayer());
  }

  /** A node on a database, with a way to other nodes. */
  public static ChatNode on(DataSource database, ChannelLayer<ChatEvent> layer) {
    return with(layer, new JdbcJournal(database, ChatNode::newEpoch));
  }

  /** A node with a journal of the test's. */
  public static ChatNode with(ChannelLayer<ChatEvent> layer, Journal journal) {
    return with(new ChatService.Channels(layer, newLayer()), journal);
  }

  /** A node on a database, with both ways to other nodes. */
  public static ChatNode on(DataSource database, ChatService.Channels channels) {
    return with(channels, new JdbcJournal(database, ChatNode::newEpoch));
  }

  private static ChatNode with(ChatService.Channels channels, Journal journal) {
    return new ChatNode(channels, journal, new NoDirectory());
  }

  /** A node on a database of its own that tells a directory of the test's who spoke. */
  static ChatNode telling(GroupDirectory directory) {
    return new ChatNode(
        new ChatService.Channels(newLayer(), newLayer()),
        new JdbcJournal(newDatabase(), ChatNode::newEpoch),
        directory);
  }

  /** An empty, migrated database in memory. */
  public static DataSource newDatabase() {
    DataSource database =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE",
            "sa",
            "");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/chat")
        .load()
        .migrate();
    return database;
  }

  /** A layer that brings everything. */
  public static <B> ChannelLayer<B> newLayer() {
    return new MemoryChannelLayer<>(ChatNode::newEpoch);
  }

  private static String newEpoch() {
    return UUID.randomUUID().toString();
  }

  /** The way in for connections. */
  public ChatConsumer consumer() {
    return consumer;
  }

  /** What empties this node, over a while. */
  Drain drain(Duration window) {
    return new Drain(consumer, node, window);
  }

  /** Who is known to this node. */
  public People people() {
    return people;
  }

  /** The way in for others. */
  public ChatService service() {
    return service;
  }

  /** Where what is said is kept. */
  public Journal journal() {
    return journal;
  }

  /** What was counted. */
  public PrometheusRegistry meters() {
    return registry;
  }

  /** Lets time pass, as the node's watches see it. */
  public void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  /** A client that speaks a dialect, at most so often, and is in no group yet. */
  public TestClient connect(Dialect dialect, SendLimit limit) {
    return new TestClient(consumer, dialect, limit, people.guest(""));
  }

  /** A client of somebody who is known, as often as it likes, in no group yet. */
  public TestClient connect(Dialect dialect, Identity who) {
    return new TestClient(consumer, dialect, SendLimit.of(0, 1), who);
  }

  /** A client that speaks a dialect as often as it likes, in a group. */
  public TestClient join(Dialect dialect, GroupName group) {
    TestClient client = connect(dialect, SendLimit.of(0, 1));
    client.join(group, Optional.<StreamPosition>empty());
    return client;
  }

  @Override
  public void close() throws InterruptedException {
    blocking.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    blocking.shutdown();
    drains.shutdown();
    // Not interrupted: H2 closes its database when a thread that works in it is.
    blocking.awaitTermination(10, TimeUnit.SECONDS);
    drains.awaitTermination(10, TimeUnit.SECONDS);
  }

  private static final class NoDirectory implements GroupDirectory {
    @Override
    public List<Entry> recent(int limit, Identity reader) {
      return List.of();
    }

    @Override
    public void recordActivity(GroupName group, Instant at) {}
  }
}
