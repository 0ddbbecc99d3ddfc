package fanweb.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0", "MODE=REGULAR"})
  void runOnceOnOurDatabaseAndOnThatOfAStockServer(String options) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + options);

    new Migrations(database).migrate();
    new Migrations(database).migrate();

    try (Connection connection = database.getConnection();
        ResultSet scripts =
            connection
                .createStatement()
                .executeQuery("SELECT count(*) FROM \"migrations_chat\" WHERE \"type\" = 'SQL'")) {
      assertThat(scripts.next()).isTrue();
      assertThat(scripts.getInt(1)).isEqualTo(1);
      assertThat(connection.createStatement().executeQuery("SELECT * FROM chat_group").next())
          .isFalse();
    }
  }
}
