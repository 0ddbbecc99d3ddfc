package fanweb.manage.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this process, on an embedded database of their own. */
final class Shell {
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path data;

  Shell(Path data) {
    this.data = data;
    environment.put("FANWEB_DATA", data.toString());
  }

  /** Sets a variable for all that follows. */
  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command without input, and tells its exit code. */
  int run(String... arguments) {
    return runWith("", arguments);
  }

  int runWith(String input, String... arguments) {
    out.reset();
    err.reset();
    Console console =
        new Console(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, environment);
    ProcessSettings settings = ProcessSettings.of(environment);
    return new Fanweb(new Context(console, Words.of(environment), settings)).run(arguments);
  }

  /** What the last command wrote for programs. */
  String out() {
    return out.toString(UTF_8);
  }

  /** What the last command said to people. */
  String err() {
    return err.toString(UTF_8);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value that a query finds. */
  String value(String sql) throws SQLException {
    try (Connection connection = connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private Connection connect() throws SQLException {
    String url = "jdbc:h2:file:" + data.resolve("fan-web") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    return DriverManager.getConnection(url, "sa", "fan-web");
  }
}
