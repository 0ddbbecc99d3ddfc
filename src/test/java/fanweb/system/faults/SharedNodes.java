package fanweb.system.faults;

import fanweb.system.BreakableLine;
import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Two nodes that all classes share that lead them into trouble and out again, each with a line of
 * its own to the database. Who uses them locks {@link #NAME}.
 *
 * @param databaseLines what leads each to the database
 */
record SharedNodes(TwoNodes nodes, List<BreakableLine> databaseLines, Path folder)
    implements AutoCloseable {
  /** What is locked. */
  static final String NAME = "two nodes";

  private static SharedNodes start(MariaDb mariadb) {
    try {
      Path folder = Files.createTempDirectory("fan-web-nodes");
      Storage storage = Storage.in(mariadb);
      List<BreakableLine> lines =
          List.of(new BreakableLine(mariadb.port()), new BreakableLine(mariadb.port()));
      TwoNodes nodes =
          TwoNodes.start(folder, storage, lines.stream().map(storage::through).toList());
      return new SharedNodes(nodes, lines, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The port of each node. */
  List<Integer> ports() {
    return nodes.all().stream().map(LaunchedServer::port).toList();
  }

  @Override
  public void close() throws IOException {
    nodes.close();
    for (BreakableLine line : databaseLines) {
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
