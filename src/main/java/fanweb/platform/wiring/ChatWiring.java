package fanweb.platform.wiring;

import fanweb.account.Identities;
import fanweb.account.Identity;
import fanweb.channel.ChannelMeters;
import fanweb.channel.memory.MemoryChannelLayer;
import fanweb.channel.redis.RedisChannelLayer;
import fanweb.channel.redis.RedisLink;
import fanweb.channel.redis.RedisServers;
import fanweb.chat.AddressLimits;
import fanweb.chat.Author;
import fanweb.chat.ChatConsumer;
import fanweb.chat.ChatMeters;
import fanweb.chat.ChatService;
import fanweb.chat.ChatSettings;
import fanweb.chat.ConnectionLimits;
import fanweb.chat.Departures;
import fanweb.chat.GroupActivity;
import fanweb.chat.GroupDirectory;
import fanweb.chat.Journal;
import fanweb.chat.Node;
import fanweb.chat.Retention;
import fanweb.chat.jdbc.JdbcDepartures;
import fanweb.chat.jdbc.JdbcJournal;
import fanweb.chat.jdbc.JdbcRetention;
import fanweb.chat.wire.EventEncoding;
import fanweb.chat.wire.NoteEncoding;
import fanweb.platform.DatabaseSettings;
import fanweb.platform.RedisSettings;
import fanweb.platform.SettingsReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/** The chat of this node. */
@Singleton
public final class ChatWiring {
  /** A hundred groups over one connection, and twenty windows of one person. */
  private static final ConnectionLimits LIMITS = new ConnectionLimits(100, 20);

  /**
   * Threads that may wait for the database: the committer, four readers, and one each for
   * comparing, for what passes, for forgetting and for the list of groups, with some to spare.
   */
  private static final int BLOCKING_THREADS = 12;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private @Nullable DataSource database;

  @Resource private @Nullable ManagedExecutorService drains;
  @Resource private @Nullable ManagedThreadFactory threads;

  @Produces
  @Singleton
  ChatSettings chatSettings(SettingsReader settings) {
    return ChatSettings.read(settings);
  }

  @Produces
  @Singleton
  ChatService.Channels channels(ChatSettings settings, Instance<RedisLink> redis) {
    return switch (settings.channelLayer()) {
      case "memory" ->
          new ChatService.Channels(
              new MemoryChannelLayer<>(ChatWiring::epoch),
              new MemoryChannelLayer<>(ChatWiring::epoch));
      case "redis" ->
          new ChatService.Channels(
              new RedisChannelLayer<>(redis.get(), "event", new EventEncoding(), ChatWiring::epoch),
              new RedisChannelLayer<>(redis.get(), "note", new NoteEncoding(), ChatWiring::epoch));
      default -> throw new IllegalStateException(settings.channelLayer());
    };
  }

  @Produces
  @Singleton
  RedisLink redis(SettingsReader settings, PrometheusRegistry registry) {
    return new RedisLink(
        servers(RedisSettings.read(settings)),
        epoch(),
        Objects.requireNonNull(threads),
        new ChannelMeters(registry));
  }

  private static RedisServers servers(RedisSettings redis) {
    return new RedisServers(
        redis.addresses().stream()
            .map(address -> new HostAndPort(address.host(), address.port()))
            .toList(),
        redis.master(),
        redis.tls(),
        redis.user(),
        redis.password(),
        redis.database());
  }

  void stop(@Disposes RedisLink redis) {
    redis.close();
  }

  @Produces
  @Singleton
  Journal journal() {
    return new JdbcJournal(Objects.requireNonNull(database), ChatWiring::epoch);
  }

  @Produces
  @Singleton
  Departures departures() {
    return new JdbcDepartures(
        Objects.requireNonNull(database), Clock.systemUTC(), Author.of(Identity.machine(), ""));
  }

  @Produces
  @Singleton
  Retention retention() {
    return new JdbcRetention(Objects.requireNonNull(database));
  }

  @Produces
  @Singleton
  Node node(PrometheusRegistry registry) {
    return new Node(
        Objects.requireNonNull(drains),
        // A server's own scheduler has as many threads as cores: one hanging database would take
        // all.
        new ScheduledThreadPoolExecutor(BLOCKING_THREADS, Objects.requireNonNull(threads)),
        System::nanoTime,
        Clock.systemUTC(),
        ChatWiring::epoch,
        new ChatMeters(registry));
  }

  /** Lets what is under way come to its end: H2 closes its file when a thread is interrupted. */
  void stop(@Disposes Node node) {
    node.blocking().shutdown();
  }

  @Produces
  @Singleton
  ChatService chatService(
      ChatService.Channels channels,
      Journal journal,
      GroupDirectory directory,
      Node node,
      SettingsReader settings) {
    return new ChatService(
        channels,
        new ChatService.Storage(journal, DatabaseSettings.read(settings).allowVolatile()),
        new GroupActivity(directory, node.blocking(), Clock.systemUTC()),
        node,
        ChatSettings.read(settings).maxMessageBytes());
  }

  @Produces
  @Singleton
  AddressLimits addressLimits(ChatSettings settings) {
    return new AddressLimits(settings, System::nanoTime);
  }

  @Produces
  @Singleton
  ChatConsumer chatConsumer(ChatService service, Node node, Identities identities) {
    return new ChatConsumer(service, node, new SecureRandom(), LIMITS, identities);
  }

  private static String epoch() {
    return UUID.randomUUID().toString();
  }
}
