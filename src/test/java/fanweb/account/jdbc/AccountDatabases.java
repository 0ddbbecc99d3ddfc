package fanweb.account.jdbc;

import fanweb.chat.jdbc.KeptConnections;
import fanweb.chat.jdbc.Kind;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One database of each kind, made for the first who asks; tests keep apart by their logins. */
final class AccountDatabases implements AutoCloseable {
  private final ExtensionContext test;
  private final Map<Kind, KeptConnections> made = new EnumMap<>(Kind.class);

  private AccountDatabases(ExtensionContext test) {
    this.test = test;
  }

  synchronized KeptConnections of(Kind kind) {
    return made.computeIfAbsent(kind, this::fresh);
  }

  /** One that no other test has. */
  KeptConnections fresh(Kind kind) {
    try {
      KeptConnections database =
          new KeptConnections(kind.create(() -> NeedsMariaDb.shared(test), "account"));
      if (number(database, "SELECT COUNT(*) FROM account_role WHERE code = 'administrator'") == 0) {
        execute(database, "INSERT INTO account_role (name, code) VALUES ('Boss', 'administrator')");
      }
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(kind + " cannot be made: " + e.getMessage(), e);
    }
  }

  static void execute(KeptConnections database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(KeptConnections database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static String newLogin() {
    return UUID.randomUUID().toString().substring(0, 23);
  }

  @Override
  public void close() {
    made.values().forEach(KeptConnections::close);
  }

  /** Hands them to whoever has them as a parameter. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == AccountDatabases.class;
    }

    @Override
    public AccountDatabases resolveParameter(ParameterContext parameter, ExtensionContext test) {
      // JUnit closes what lies in here when it ends.
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(AccountDatabases.class))
          .computeIfAbsent(
              AccountDatabases.class,
              key -> new AccountDatabases(test.getRoot()),
              AccountDatabases.class);
    }
  }
}
