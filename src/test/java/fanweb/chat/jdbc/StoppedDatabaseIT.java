package fanweb.chat.jdbc;

import static fanweb.chat.jdbc.Chat.message;
import static fanweb.chat.jdbc.Chat.newGroup;
import static fanweb.chat.jdbc.Chat.offsets;
import static fanweb.chat.jdbc.Chat.say;
import static fanweb.chat.jdbc.Chat.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import fanweb.chat.JournalException;
import fanweb.chat.Outcome;
import fanweb.chat.Refusal;
import fanweb.system.MariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that is killed, or stops answering, in the middle of something. */
class StoppedDatabaseIT {
  private static MariaDb server;

  @BeforeAll
  static void start() {
    server = MariaDb.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"MARIADB", "MARIADB_BY_THE_DRIVER_OF_MYSQL"})
  void whatIsSentAgainAfterAKillIsStoredOnce(Kind kind) throws Exception {
    try (KeptConnections connections = new KeptConnections(kind.create(() -> server))) {
      JdbcJournal journal = Chat.journal(connections);
      GroupName group = newGroup();
      List<List<Draft>> sent = new CopyOnWriteArrayList<>();
      List<Long> acked = new CopyOnWriteArrayList<>();
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(() -> write(journal, group, sent, acked));
      await().until(() -> sent.size() > 20);

      ProcessHandle.of(pid(connections)).orElseThrow().destroyForcibly();
      assertThatThrownBy(writer::join)
          .cause()
          .isInstanceOfSatisfying(JournalException.class, StoppedDatabaseIT::isUnknown);
      server.resume();

      assertThat(journal.append(sent.get(sent.size() - 1)))
          .allMatch(one -> one instanceof Outcome.Stored);
      assertThat(everything(journal, group))
          .isEqualTo(sent.stream().flatMap(List::stream).map(Draft::key).toList());
      assertThat(acked).isEqualTo(LongStream.rangeClosed(1, acked.size()).boxed().toList());
    }
  }

  /** Appends until the journal throws. */
  private static void write(
      JdbcJournal journal, GroupName group, List<List<Draft>> sent, List<Long> acked) {
    while (true) {
      List<Draft> batch = batch(group);
      sent.add(batch);
      journal.append(batch).forEach(outcome -> acked.add(Chat.offset(outcome)));
    }
  }

  private static void isUnknown(JournalException e) {
    assertThat(e.isUndone()).isFalse();
    assertThat(e.refusal()).isEqualTo(Refusal.UNAVAILABLE);
  }

  /** Drafts whose texts are their keys. */
  private static List<Draft> batch(GroupName group) {
    return IntStream.range(0, 50)
        .mapToObj(i -> UUID.randomUUID().toString())
        .map(key -> message(group, Chat.ANNA, key, key))
        .toList();
  }

  private static List<String> everything(JdbcJournal journal, GroupName group) {
    List<String> texts = new ArrayList<>();
    List<String> page;
    do {
      page = texts(journal.after(group, texts.size(), 500));
      texts.addAll(page);
    } while (!page.isEmpty());
    return texts;
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"MARIADB", "MARIADB_BY_THE_DRIVER_OF_MYSQL"})
  void aCommitThatIsNotAnsweredIsUnknownAndSentAgainStoredOnce(Kind kind) throws Exception {
    try (KeptConnections connections = new KeptConnections(kind.create(() -> server))) {
      JdbcJournal journal = Chat.journal(connections);
      GroupName group = newGroup();
      say(journal, group, List.of("before"));
      List<Draft> drafts = batch(group);
      long pid = pid(connections);

      try {
        assertThatThrownBy(() -> appendAndStop(connections, drafts, pid))
            .isInstanceOfSatisfying(JournalException.class, StoppedDatabaseIT::isUnknown);
      } finally {
        signal("CONT", pid);
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(journal.append(drafts).stream().map(Chat::offset))
                      .isEqualTo(LongStream.rangeClosed(2, 51).boxed().toList()));
      assertThat(offsets(journal.after(group, 0, 100))).hasSize(51);
    }
  }

  /** The database stops just before the commit. */
  private static void appendAndStop(KeptConnections connections, List<Draft> drafts, long pid) {
    Appender appender = new Appender(new GroupRows(), new Reading(), () -> "epoch");
    new Database(connections)
        .transaction(
            connection -> {
              List<Outcome> outcomes = appender.append(connection, drafts);
              signal("STOP", pid);
              return outcomes;
            });
  }

  private static long pid(KeptConnections connections) throws SQLException, IOException {
    try (Connection connection = connections.getConnection();
        ResultSet row = connection.createStatement().executeQuery("SELECT @@datadir, @@pid_file")) {
      row.next();
      return Long.parseLong(
          Files.readString(Path.of(row.getString(1)).resolve(row.getString(2))).strip());
    }
  }

  private static void signal(String name, long pid) throws SQLException {
    try {
      int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
      assertThat(code).isZero();
    } catch (IOException | InterruptedException e) {
      throw new SQLException(e);
    }
  }
}
