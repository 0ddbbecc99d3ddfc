package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.account.Identity;
import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.chat.jdbc.JdbcJournal;
import fanweb.chat.jdbc.KeptConnections;
import fanweb.chat.jdbc.Kind;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits together does not fail together, on each database. */
@ExtendWith(NeedsMariaDb.class)
class CommitterIT {
  private static final GroupName GROUP = new GroupName("group");
  private static final GroupName OTHER = new GroupName("other");
  private static final Author ANNA = new Author("a_anna", "");

  private final ScheduledExecutorService blocking = Executors.newScheduledThreadPool(2);
  private final ChannelLayer<ChatEvent> layer = ChatNode.newLayer();
  private final List<Long> published = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, Outcome> told = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    blocking.shutdown();
  }

  @ParameterizedTest
  @MethodSource("fanweb.chat.jdbc.Kind#available")
  void oneThatTheDatabaseRefusesHarmsNoOther(Kind kind, MariaDb server) throws SQLException {
    try (KeptConnections database = new KeptConnections(kind.create(() -> server))) {
      Journal journal = new JdbcJournal(database, () -> "epoch");
      Committer committer = committer(journal);

      List<String> texts = IntStream.range(0, 100).mapToObj(i -> "text " + i).toList();
      // The author's name is longer than its column.
      Author invalid = new Author("a_ben", "x".repeat(65));
      submit(committer, GROUP, ANNA, texts.subList(0, 50));
      submit(committer, GROUP, invalid, List.of("never"));
      submit(committer, GROUP, ANNA, texts.subList(50, 99));

      await().until(() -> told.size() == 100);
      assertThat(told.get("never")).isEqualTo(new Outcome.Refused(Refusal.REJECTED));
      assertThat(texts.subList(0, 99).stream().map(text -> offset(told.get(text))))
          .isEqualTo(LongStream.rangeClosed(1, 99).boxed().toList());
      assertThat(published).isEqualTo(LongStream.rangeClosed(1, 99).boxed().toList());
      assertThat(journal.after(GROUP, 0, 200).stream().map(one -> text(one.event())))
          .isEqualTo(texts.subList(0, 99));
    }
  }

  @ParameterizedTest
  @MethodSource("fanweb.chat.jdbc.Kind#available")
  void aGroupThatIsHeldLocksOutItsOwnDraftsOnly(Kind kind, MariaDb server) throws SQLException {
    try (KeptConnections database = new KeptConnections(kind.create(() -> server));
        Connection holder = database.getConnection()) {
      Journal journal = new JdbcJournal(database, () -> "epoch");
      Committer committer = committer(journal);
      submit(committer, GROUP, ANNA, List.of("before"));
      await().until(() -> told.containsKey("before"));
      hold(holder);

      IntStream.range(0, 20)
          .forEach(
              i -> {
                submit(committer, GROUP, ANNA, List.of("held " + i));
                submit(committer, OTHER, ANNA, List.of("free " + i));
              });

      await().atMost(Duration.ofSeconds(60)).until(() -> told.size() == 41);
      holder.rollback();
      assertThat(journal.after(GROUP, 0, 100)).hasSize(1);
      assertThat(journal.after(OTHER, 0, 100).stream().map(one -> text(one.event())))
          .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "free " + i).toList());
      assertThat(told.get("held 0")).isEqualTo(new Outcome.Refused(Refusal.UNAVAILABLE));
    }
  }

  private static void hold(Connection holder) throws SQLException {
    holder.setAutoCommit(false);
    holder
        .createStatement()
        .executeUpdate("UPDATE chat_group SET head = head WHERE name = '" + GROUP + "'");
  }

  private Committer committer(Journal journal) {
    layer.groupAdd(GROUP, publication -> published.add(publication.position().offset()));
    return new Committer(
        journal,
        layer,
        new Node(
            blocking,
            blocking,
            System::nanoTime,
            Clock.systemUTC(),
            () -> "epoch",
            new ChatMeters(new PrometheusRegistry())));
  }

  private void submit(Committer committer, GroupName group, Author author, List<String> texts) {
    for (String text : texts) {
      ChatEvent event = ChatEvent.Message.written(Instant.EPOCH, author, text);
      committer.submit(
          Draft.of(group, UUID.randomUUID().toString(), Identity.machine(), event),
          outcome -> told.put(text, outcome));
    }
  }

  private static long offset(@Nullable Outcome outcome) {
    return ((Outcome.Stored) Objects.requireNonNull(outcome)).position().offset();
  }

  private static String text(ChatEvent event) {
    return ((ChatEvent.Message) event).text();
  }
}
