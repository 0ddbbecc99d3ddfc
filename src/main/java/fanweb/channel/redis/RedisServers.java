package fanweb.channel.redis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Where Redis is and how to get in.
 *
 * @param addresses of the one server, or of Sentinels that know it
 * @param master what Sentinels call it; null: the first address is the server itself
 * @param tls whether to speak TLS, with Sentinels too
 * @param user whose password it is; null: nobody's in particular
 * @param password null: none is asked for
 * @param database its number
 */
public record RedisServers(
    List<HostAndPort> addresses,
    @Nullable String master,
    boolean tls,
    @Nullable String user,
    @Nullable String password,
    int database) {
  private static final int CONNECT_MILLIS = 2_000;

  /** How long a line may be silent before it counts as dead: longer than between two pings. */
  private static final int SILENCE_MILLIS = 5_000;

  /** Takes them over. */
  public RedisServers {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no address");
    }
  }

  /**
   * A new connection to the server that takes writes just now. Blocks for some seconds at most, and
   * so does each answer.
   *
   * @throws JedisException when there is none
   */
  Jedis connect() {
    Jedis jedis = new Jedis(server(), config().user(user).database(database).build());
    jedis.connect();
    return jedis;
  }

  private DefaultJedisClientConfig.Builder config() {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(CONNECT_MILLIS)
            .blockingSocketTimeoutMillis(SILENCE_MILLIS)
            .password(password);
    return tls ? config.sslOptions(SslOptions.defaults()) : config;
  }

  private HostAndPort server() {
    return master == null ? addresses.get(0) : ask(master);
  }

  private HostAndPort ask(String name) {
    JedisException last = new JedisException("no Sentinel knows a master called " + name);
    for (HostAndPort sentinel : addresses) {
      try {
        Optional<HostAndPort> found = ask(sentinel, name);
        if (found.isPresent()) {
          return found.get();
        }
      } catch (JedisException e) {
        last.addSuppressed(e);
      }
    }
    throw last;
  }

  /** Sentinels seldom have a password; one that has none refuses whoever brings one. */
  private Optional<HostAndPort> ask(HostAndPort sentinel, String name) {
    JedisClientConfig open = config().password(null).build();
    try (Jedis jedis = new Jedis(sentinel, open)) {
      List<String> address = jedis.sentinelGetMasterAddrByName(name);
      return Optional.ofNullable(address)
          .map(parts -> new HostAndPort(parts.get(0), Integer.parseInt(parts.get(1))));
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (tls ? "rediss://" : "redis://")
        + addresses
        + "/"
        + database
        + (master == null ? "" : "#" + master);
  }
}
