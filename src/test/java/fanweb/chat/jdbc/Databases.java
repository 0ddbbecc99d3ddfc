package fanweb.chat.jdbc;

import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The databases of the run, one of each kind, made for the first who asks; tests keep apart by
 * their groups.
 */
final class Databases implements AutoCloseable {
  private final Supplier<MariaDb> server;
  private final Map<Kind, KeptConnections> made = new EnumMap<>(Kind.class);

  private Databases(Supplier<MariaDb> server) {
    this.server = server;
  }

  synchronized KeptConnections of(Kind kind) {
    return made.computeIfAbsent(kind, this::make);
  }

  private KeptConnections make(Kind kind) {
    try {
      return new KeptConnections(kind.create(server));
    } catch (SQLException e) {
      throw new IllegalStateException(kind + " cannot be made: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Map.Entry<Kind, KeptConnections> one : made.entrySet()) {
      if (one.getKey().isH2()) {
        try (Connection connection = one.getValue().getConnection()) {
          connection.createStatement().execute("SHUTDOWN");
        }
      }
      one.getValue().close();
    }
  }

  /** Hands them to whoever has them as a parameter. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Databases.class;
    }

    @Override
    public Databases resolveParameter(ParameterContext parameter, ExtensionContext test) {
      // JUnit closes what lies in here when it ends.
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(Databases.class))
          .computeIfAbsent(
              Databases.class,
              key -> new Databases(() -> NeedsMariaDb.shared(test)),
              Databases.class);
    }
  }
}
