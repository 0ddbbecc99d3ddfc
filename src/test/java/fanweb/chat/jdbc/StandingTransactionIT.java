package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.append;
import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import fanweb.chat.JournalException;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.system.NeedsMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node that stands still within a transaction. MySQL has no limit for that, and who uses H2 is
 * alone.
 */
@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#ofMariaDb")
@ExtendWith({NeedsMariaDb.class, Databases.Shared.class})
class StandingTransactionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JdbcJournal journal;
  private final Database database;

  StandingTransactionIT(Kind kind, Databases databases) {
    KeptConnections connections = databases.of(kind);
    journal = Chat.journal(connections);
    database = new Database(connections);
  }

  @Test
  void whoDoesNothingInATransactionHoldsAGroupForSomeSeconds() {
    GroupName group = newGroup();
    say(journal, group, List.of("before"));

    assertThatThrownBy(
            () ->
                database.transaction(
                    connection -> {
                      lock(connection, group);
                      await().atMost(PATIENCE).until(() -> isStored(group));
                      return "committed";
                    }))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.UNAVAILABLE));
  }

  private static void lock(Connection connection, GroupName group) throws SQLException {
    connection
        .createStatement()
        .executeQuery("SELECT head FROM chat_group WHERE name = '" + group + "' FOR UPDATE");
  }

  private boolean isStored(GroupName group) {
    return append(journal, message(group, "after")) instanceof Outcome.Stored;
  }
}
