package fanweb.platform.migration;

import static fanweb.platform.migration.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.Feature;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NeedsMariaDb.class)
class MigrationsIT {
  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void run_once_however_often_they_are_started(TestDatabase kind, MariaDb server)
      throws SQLException {
    DataSource database = kind.create(server);
    new Migrations(database).migrate();
    Map<String, Integer> scripts = scripts(database);
    new Migrations(database).migrate();

    assertThat(scripts(database)).isEqualTo(scripts).containsKey("chat");
    assertThat(scripts.values()).allMatch(count -> count > 0);
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void two_nodes_may_start_at_once(TestDatabase kind, MariaDb server) throws SQLException {
    // The moment at which they get in each other's way is short.
    for (int i = 0; i < 4; i++) {
      DataSource database = kind.create(server);
      CountDownLatch both = new CountDownLatch(2);
      CompletableFuture<Void> one = migrate(database, both);
      CompletableFuture<Void> other = migrate(database, both);
      one.join();
      other.join();
      Map<String, Integer> scripts = scripts(database);
      new Migrations(database).migrate();
      assertThat(scripts(database)).isEqualTo(scripts);
    }
  }

  private static CompletableFuture<Void> migrate(DataSource database, CountDownLatch both) {
    return CompletableFuture.runAsync(
        () -> {
          both.countDown();
          awaitAll(both);
          new Migrations(database).migrate();
        },
        task -> new Thread(task).start());
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void a_database_ahead_of_the_code_is_refused(TestDatabase kind, MariaDb server)
      throws SQLException {
    DataSource database = kind.create(server);
    things(database, "later").migrate();

    assertThatThrownBy(() -> things(database, "before").migrate())
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageStartingWith(
            "the database is ahead: it has had the script things/V002__create_two.sql,")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void a_script_that_was_edited_is_refused(TestDatabase kind, MariaDb server) throws SQLException {
    DataSource database = kind.create(server);
    things(database, "before").migrate();

    assertThatThrownBy(() -> things(database, "edited").migrate())
        .hasMessage(
            "the script things/V001__create_thing.sql was changed after the database had had it:"
                + " put it back as it was, and write a new one");
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void a_script_that_came_too_late_is_refused(TestDatabase kind, MariaDb server)
      throws SQLException {
    DataSource database = kind.create(server);
    things(database, "gap").migrate();

    assertThatThrownBy(() -> things(database, "filled").migrate())
        .hasMessageStartingWith(
            "the database is behind: it has had later scripts than things/V002__create_two.sql,");
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void a_script_that_fails_half_way_is_named_then_and_at_every_start_until_it_is_mended(
      TestDatabase kind, MariaDb server) throws SQLException {
    DataSource database = kind.create(server);
    String mend =
        " and may be half done: mend it, undo by hand what it did, then DELETE FROM"
            + " migrations_things WHERE success = 0";

    assertThatThrownBy(() -> things(database, "broken").migrate())
        .hasMessageStartingWith("the script things/V002__break.sql failed (")
        .hasMessageContaining("no_such_table")
        .hasMessageEndingWith(mend)
        .message()
        .hasLineCount(1);
    assertThatThrownBy(() -> things(database, "broken").migrate())
        .hasMessage("the script things/V002__break.sql failed (at an earlier start)" + mend);

    execute(
        database,
        "DROP TABLE thing_two",
        kind.quoted("DELETE FROM `migrations_things` WHERE `success` = 0"));
    things(database, "later").migrate();
    execute(database, "INSERT INTO thing_two VALUES (1)");
  }

  private static Migrations things(DataSource database, String variant) {
    return new Migrations(database, List.of("things"), "things/" + variant);
  }

  /** How many scripts each feature's history has. */
  private static Map<String, Integer> scripts(DataSource database) throws SQLException {
    Map<String, Integer> scripts = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      for (Feature feature : Feature.installed()) {
        if (Migrations.class.getResource("/db/migration/" + feature.name()) != null) {
          String query =
              "SELECT count(*) FROM `migrations_" + feature.name() + "` WHERE `type` = 'SQL'";
          try (ResultSet row = statement.executeQuery(query.replace("`", quote))) {
            row.next();
            scripts.put(feature.name(), row.getInt(1));
          }
        }
      }
    }
    return scripts;
  }
}
