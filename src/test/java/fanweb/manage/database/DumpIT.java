package fanweb.manage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsMariaDb.class)
class DumpIT {
  @Test
  void nothing_is_lost_from_the_embedded_database_to_another_and_back(MariaDb server)
      throws SQLException, IOException {
    DataSource first = Filled.full();
    DataSource second = Filled.empty(server);
    DataSource third = Filled.empty();

    byte[] dump = Filled.dump(first);
    long rows = Filled.load(second, dump, false);
    Filled.load(third, Filled.dump(second), false);

    List<String> all = Filled.rows(first);
    assertThat(rows).isEqualTo(all.size());
    assertThat(all).anyMatch(row -> row.contains("2038-01-19T03:14:07.999999"));
    assertThat(Filled.rows(second)).isEqualTo(all);
    assertThat(Filled.rows(third)).isEqualTo(all);
    assertThat(lines(Filled.dump(second))).isEqualTo(lines(dump));
    assertThat(lines(Filled.dump(third))).isEqualTo(lines(dump));
  }

  /** All but the first and the last line, which tell of their database and their moment. */
  private static List<String> lines(byte[] dump) {
    List<String> lines = new String(dump, UTF_8).lines().toList();
    return lines.subList(1, lines.size() - 1);
  }

  @Test
  void numbers_of_deleted_rows_are_not_given_again(MariaDb server)
      throws SQLException, IOException {
    byte[] dump = Filled.dump(Filled.full());
    for (DataSource target : List.of(Filled.empty(server), Filled.empty())) {
      Filled.load(target, dump, false);
      byte[] again = Filled.dump(target);
      assertThat(added(target)).isEqualTo(10);

      DataSource third = Filled.empty();
      Filled.load(third, again, false);
      assertThat(added(third)).isEqualTo(10);
    }
  }

  private static long added(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO account_userinfo (name, password, age) VALUES ('n', '#', 2)",
          Statement.RETURN_GENERATED_KEYS);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  @Test
  void a_dump_is_of_one_moment_though_others_write(MariaDb server)
      throws SQLException, IOException {
    for (DataSource source : List.of(Filled.empty(server), Filled.empty())) {
      Filled.load(source, Filled.dump(Filled.full()), false);
      List<String> before = lines(Filled.dump(source));
      ByteArrayOutputStream dump = new ByteArrayOutputStream();
      new Dumping(source, () -> Instant.EPOCH, Filled.unseen())
          .to(interrupted(dump, () -> delete(source)));

      assertThat(lines(dump.toByteArray())).isEqualTo(before);
      assertThat(lines(Filled.dump(source))).isNotEqualTo(before);
    }
  }

  /** Does something once the first line is written. */
  private static OutputStream interrupted(ByteArrayOutputStream dump, Runnable interruption) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        throw new UnsupportedOperationException("lines come whole");
      }

      @Override
      public void write(byte[] line, int offset, int length) {
        if (dump.size() == 0) {
          interruption.run();
        }
        dump.write(line, offset, length);
      }
    };
  }

  private static void delete(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM account_change");
      statement.execute("DELETE FROM chat_origin");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
