package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.ANNA;
import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offset;
import static fanweb.chat.jdbc.Chat.say;
import static fanweb.chat.jdbc.Chat.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.channel.GroupName;
import fanweb.chat.Journal;
import fanweb.chat.JournalException;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that are busy, and connections as a server may hand them out. */
@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class TroubleIT {
  private final Kind kind;
  private final KeptConnections connections;
  private final JdbcJournal journal;
  private final Database database;

  TroubleIT(Kind kind, Databases databases) {
    this.kind = kind;
    connections = databases.of(kind);
    journal = Chat.journal(connections);
    database = new Database(connections);
  }

  @AfterEach
  void everyConnectionWasGivenBackAsItWas() throws SQLException {
    assertThat(connections.lent()).isZero();
    try (Connection connection = connections.getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getNetworkTimeout()).isZero();
    }
  }

  @Test
  void aGroupThatSomebodyHoldsLocksOutItsOwnDraftsOnly() throws SQLException {
    GroupName held = newGroup();
    GroupName free = newGroup();
    say(journal, held, List.of("before"));

    List<Outcome> outcomes;
    try (Connection other = connections.getConnection()) {
      beginWithoutALimit(other);
      hold(other, held);
      outcomes =
          journal.append(
              List.of(
                  message(held, "1"), message(free, "a"), message(held, "2"), message(free, "b")));
      other.rollback();
      other.setAutoCommit(true);
    }

    Outcome unavailable = new Outcome.Refused(Refusal.UNAVAILABLE);
    assertThat(outcomes.get(0)).isEqualTo(unavailable);
    assertThat(offset(outcomes.get(1))).isEqualTo(1);
    assertThat(outcomes.get(2)).isEqualTo(unavailable);
    assertThat(offset(outcomes.get(3))).isEqualTo(2);
    assertThat(texts(journal.after(free, 0, 10))).containsExactly("a", "b");
    assertThat(offset(append(journal, message(held, "after")))).isEqualTo(2);
  }

  /** Begins a transaction that may do nothing as long as it likes, unlike our own. */
  private void beginWithoutALimit(Connection connection) throws SQLException {
    if (kind.isMariaDb()) {
      connection.createStatement().execute("SET SESSION idle_transaction_timeout = 0");
    }
    connection.setAutoCommit(false);
  }

  private static void hold(Connection connection, GroupName group) throws SQLException {
    connection
        .createStatement()
        .executeUpdate("UPDATE chat_group SET head = head WHERE name = '" + group + "'");
  }

  @Test
  void aMessageThatSomebodyHoldsIsNotWaitedForLongerThanAGroup() throws SQLException {
    GroupName group = newGroup();
    say(journal, group, List.of("held"));
    String held = "group_id = (SELECT id FROM chat_group WHERE name = '" + group + "')";

    try (Connection other = connections.getConnection()) {
      beginWithoutALimit(other);
      other.createStatement().executeUpdate("UPDATE chat_message SET kind = 'x' WHERE " + held);
      assertThatThrownBy(() -> append(journal, Chat.edit(group, ANNA, 1, "edited")))
          .isInstanceOfSatisfying(JournalException.class, TroubleIT::isUndoneAndTemporary);
      other.rollback();
      other.setAutoCommit(true);
    }

    assertThat(texts(journal.after(group, 0, 10))).containsExactly("held");
  }

  private static void isUndoneAndTemporary(JournalException e) {
    assertThat(e.isUndone()).isTrue();
    assertThat(e.refusal()).isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void aTransactionSeesWhatWasCommittedAfterItBegan() throws SQLException {
    GroupName group = newGroup();
    say(journal, group, List.of("1"));
    String count =
        "SELECT COUNT(*) FROM chat_message m JOIN chat_group g ON g.id = m.group_id"
            + " WHERE g.name = '"
            + group
            + "'";
    try (Connection connection = connections.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    List<Long> seen =
        database.transaction(
            connection -> {
              long before = number(connection, count);
              say(journal, group, List.of("2"));
              return List.of(before, number(connection, count));
            });

    assertThat(seen).containsExactly(1L, 2L);
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void halfATransactionIsNotCommittedWhateverIsThrownInIt() {
    GroupName group = newGroup();
    say(journal, group, List.of("1"));

    assertThatThrownBy(
            () ->
                database.transaction(
                    connection -> {
                      connection
                          .createStatement()
                          .executeUpdate("DELETE FROM chat_group WHERE name = '" + group + "'");
                      throw new OutOfMemoryError("for a test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(journal.find(group)).isPresent();
  }

  @Test
  void aSearchLeavesNoLimitOfTimeBehind() throws SQLException {
    GroupName group = newGroup();
    say(journal, group, List.of("text"));

    assertThat(journal.search(group, "text", 10, 10)).hasSize(1);

    if (kind.isH2()) {
      try (Connection connection = connections.getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(statement.getQueryTimeout()).isZero();
      }
    }
  }

  @Test
  void whatTheDatabaseCannotDoJustNowIsNotTheDraftsFault() throws SQLException {
    assertThatThrownBy(
            () ->
                database.transaction(
                    connection ->
                        connection
                            .createStatement()
                            .execute("SELECT no_such_column FROM chat_group")))
        .isInstanceOfSatisfying(JournalException.class, TroubleIT::isUndoneAndTemporary);
  }

  @Test
  void whetherItIsDurableIsAskedOnce() {
    int before = connections.taken();

    IntStream.range(0, 3)
        .forEach(
            i ->
                assertThat(database.isDurable())
                    .isEqualTo(kind != Kind.H2_MEMORY && kind != Kind.STOCK_H2));

    assertThat(connections.taken()).isEqualTo(before + 1);
  }

  @Test
  void manyReadersAreStoredTogether() {
    GroupName group = newGroup();
    say(journal, group, List.of("1", "2", "3"));
    Map<Journal.Reader, Long> positions =
        IntStream.range(0, 700)
            .boxed()
            .collect(
                Collectors.toMap(i -> new Journal.Reader(group, "a_" + i), i -> (long) (i % 4)));

    journal.markRead(positions);
    journal.markRead(positions);

    assertThat(journal.readUpTo(group, "a_699")).isEqualTo(3);
    assertThat(journal.readUpTo(group, "a_2")).isEqualTo(2);
  }
}
