package fanweb.system.faults;

import fanweb.system.BreakableLine;
import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import fanweb.system.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two nodes that all classes share that lead them into trouble and out again, each with lines of
 * its own to the database and to a Redis that is theirs. Who uses them locks {@link #NAME}.
 *
 * @param databaseLines what leads each to the database
 * @param redisLines what leads each to Redis
 */
record SharedNodes(
    TwoNodes nodes,
    Redis redis,
    List<BreakableLine> databaseLines,
    List<BreakableLine> redisLines,
    Path folder)
    implements AutoCloseable {
  /** What is locked. */
  static final String NAME = "two nodes";

  private static SharedNodes start(MariaDb mariadb) {
    try {
      Path folder = Files.createTempDirectory("fan-web-nodes");
      Storage storage = Storage.in(mariadb);
      Redis redis = Redis.start();
      List<BreakableLine> databaseLines = twoLines(mariadb.port());
      List<BreakableLine> redisLines = twoLines(redis.port());
      List<Map<String, String>> settings = new ArrayList<>();
      for (int i = 0; i < TwoNodes.BOTH; i++) {
        settings.add(settings(storage.through(databaseLines.get(i)), redisLines.get(i)));
      }
      try {
        TwoNodes nodes = TwoNodes.start(folder, storage, settings);
        return new SharedNodes(nodes, redis, databaseLines, redisLines, folder);
      } catch (IOException | RuntimeException | Error e) {
        redis.kill();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settings(Map<String, String> database, BreakableLine redis) {
    Map<String, String> all = new HashMap<>(database);
    all.put("FANWEB_CHANNEL_LAYER", "redis");
    all.put("FANWEB_REDIS_URL", "redis://127.0.0.1:" + redis.port() + "/0");
    return all;
  }

  private static List<BreakableLine> twoLines(int port) throws IOException {
    return List.of(new BreakableLine(port), new BreakableLine(port));
  }

  /** The port of each node. */
  List<Integer> ports() {
    return nodes.all().stream().map(LaunchedServer::port).toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    nodes.close();
    redis.close();
    for (BreakableLine line : databaseLines) {
      line.close();
    }
    for (BreakableLine line : redisLines) {
      line.close();
    }
    FileUtils.deleteDirectory(folder.toFile());
  }

  /** Hands them to whoever has them as a parameter; JUnit closes them at the end of the run. */
  static final class Needed implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == SharedNodes.class;
    }

    @Override
    public SharedNodes resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(SharedNodes.class))
          .computeIfAbsent(
              SharedNodes.class,
              key -> SharedNodes.start(NeedsMariaDb.shared(test)),
              SharedNodes.class);
    }
  }
}
