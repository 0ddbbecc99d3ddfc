package fanweb.manage.database;

import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Progress;
import fanweb.system.MariaDb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Databases to dump and to load into, and what may be in one. */
final class Filled {
  /** Of every table some rows, with what is easily lost: parts of a second, nulls, emoji, bytes. */
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO account_userinfo (id, name, password, age, data, login, version, active,"
              + " author_id) VALUES (1, '周杰伦 😀', '$argon2id$v=19$x', 2, NULL, 'jay', 3, TRUE,"
              + " NULL), (2, '''\\\"', '#', 40, -1, NULL, 0, FALSE, 'g_1'), (9, 'gone', '#', 2,"
              + " NULL, NULL, 0, TRUE, NULL)",
          "DELETE FROM account_userinfo WHERE id = 9",
          "INSERT INTO account_userinfo_role VALUES (1, 3), (2, 2)",
          "INSERT INTO account_role_permission VALUES (2, 'user.view')",
          "UPDATE account_role SET name = '管理员 👑', version = 1 WHERE code = 'administrator'",
          "INSERT INTO account_token (id, userinfo_id, fingerprint, name, scopes, made, ends,"
              + " used_at, parent_id) VALUES (5, 1, 'f', 'n', '* user.view',"
              + " '2026-01-02 03:04:05.000001', '2038-01-19 03:14:07.999999', NULL, 4)",
          "INSERT INTO account_session VALUES (7, 'a', NULL, 1, 'g', 1, 2, 3, 9007199254740993,"
              + " TRUE, '::1', 'Browser')",
          "INSERT INTO account_link VALUES ('l', 'reset', 1, 1, NULL, 's')",
          "INSERT INTO account_change VALUES (3, 1, 'ended', 1, '')",
          "INSERT INTO account_claimed_author VALUES ('g_1')",
          "INSERT INTO chat_group (id, name, created_at, last_active_at, epoch, head, kept_after,"
              + " title, durable) VALUES (1, '群 🐼', '2026-11-26 08:00:00.123456',"
              + " '2026-11-26 08:00:00', 'e-1', 12345678901, 3, '', FALSE)",
          "INSERT INTO chat_message VALUES (1, 4, 'message', 1, 'u_1', 'n', NULL, NULL, NULL,"
              + " 'shown', NULL, NULL), (1, 5, 'message', 1, 'u_1', 'n', 'k', X'00FF10', 4,"
              + " 'edited', 'one\ntwo\t😀 \\\\ end ', 5)",
          "INSERT INTO chat_restriction VALUES (1, 'g_2', 'mute', NULL)",
          "INSERT INTO chat_read_position VALUES (1, 'u_1', 12345678901)",
          "INSERT INTO chat_member VALUES (1, 'u_1', 'OWNER')",
          "INSERT INTO chat_origin VALUES (1, 'origin')");

  private Filled() {}

  /** One with nothing in it; an H2 without a server. */
  static DataSource empty(MariaDb... server) throws SQLException {
    if (server.length > 0) {
      return server[0].dataSource(server[0].newDatabase());
    }
    return new FreshConnections(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
        "sa",
        "");
  }

  /** One with rows in every table. */
  static DataSource full() throws SQLException {
    DataSource database = empty();
    new Migrations(database).migrate();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String rows : ROWS) {
        // H2 takes a backslash for itself.
        statement.execute(rows.replace("\\\\", "\\").replace("\\\"", "\""));
      }
    }
    return database;
  }

  static byte[] dump(DataSource database) throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Dumping(database, () -> Instant.EPOCH, unseen()).to(out);
    return out.toByteArray();
  }

  static long load(DataSource database, byte[] dump, boolean replace)
      throws SQLException, IOException {
    return load(new Loading(database, replace, false, Progress.unheard(), unseen()), dump);
  }

  static long load(Loading loading, byte[] dump) throws SQLException, IOException {
    DumpReader reader = new DumpReader(new ByteArrayInputStream(dump));
    return loading.from(reader.header(), reader);
  }

  static RowProgress unseen() {
    return new RowProgress(new PrintWriter(OutputStream.nullOutputStream()), false);
  }

  /** Every value of every row of our tables, read by plain JDBC, as a text. */
  static List<String> rows(DataSource database) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (SiteTable table : new SiteTables(connection).all()) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.name())) {
          while (row.next()) {
            all.add(table.name() + line(row));
          }
        }
      }
    }
    all.sort(null);
    return all;
  }

  private static String line(ResultSet row) throws SQLException {
    TreeMap<String, String> values = new TreeMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      String text = row.getString(i);
      if (value instanceof byte[] bytes) {
        text = HexFormat.of().formatHex(bytes);
      } else if (value instanceof Boolean) {
        text = value.toString();
      } else if (value instanceof Timestamp) {
        text = row.getObject(i, LocalDateTime.class).toString();
      }
      values.put(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), text);
    }
    return values.toString();
  }
}
