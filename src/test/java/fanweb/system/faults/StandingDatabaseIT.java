package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fanweb.chat.JsonSpeaker;
import fanweb.system.JsonClient;
import fanweb.system.LaunchedServer;
import fanweb.system.MariaDb;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The database stands still for a moment while one client has said much at once: what waits is
 * stored in its order when it goes on, but for what cannot be, and what may not wait is told so.
 */
class StandingDatabaseIT {
  private static final int MOST_UNANSWERED = 256;
  private static final int ALL = 300;
  private static final int WAITING = 100;
  private static final int WRONG = 42;

  private static MariaDb mariadb;
  private static Storage storage;
  private static LaunchedServer server;

  private final String group = UUID.randomUUID().toString();
  private JsonClient ann;

  @SuppressWarnings("NullAway.Init") // because JUnit calls start and come first
  StandingDatabaseIT() {}

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    mariadb = MariaDb.start();
    storage = Storage.in(mariadb);
    server =
        LaunchedServer.start(folder, storage.environment(), "-Dfanweb.chat.rate-per-second=0")
            .awaitReady();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    mariadb.close();
  }

  @BeforeEach
  void come() {
    ann = JsonClient.connect(server.at("ws", "/ws/" + group + "/"));
    assertThat(ann.join().getString("type")).isEqualTo("welcome");
  }

  @AfterEach
  void leave() {
    ann.close();
  }

  @Test
  void who_asks_more_than_may_wait_is_told_so_and_nothing_else_is_lost() throws Exception {
    mariadb.freeze(true);
    try {
      ann.send(said(1, ALL));
      await().atMost(JsonSpeaker.PATIENCE).until(() -> refused().size() >= ALL - MOST_UNANSWERED);
      assertThat(ann.heard("ack")).isEmpty();
    } finally {
      mariadb.freeze(false);
    }

    awaitAcks(MOST_UNANSWERED);
    assertThat(acked()).isEqualTo(numbers(1, MOST_UNANSWERED));
    assertThat(refused()).isEqualTo(numbers(MOST_UNANSWERED + 1, ALL));
    assertThat(ann.heard("error"))
        .allMatch(one -> one.getString("code").equals("too_many_commands"))
        .allMatch(one -> one.getBoolean("temporary"));
    ann.send(said(MOST_UNANSWERED + 1, ALL));
    awaitAcks(ALL);
    assertThat(acked()).isEqualTo(numbers(1, ALL));
    assertStored(numbers(1, ALL));
  }

  static Stream<Arguments> unacceptable() {
    return Stream.of(
        Arguments.of("too_long", publish(WRONG, "k" + WRONG, "x".repeat(65_537))),
        Arguments.of("key_reused", publish(WRONG, "k1", "something else")),
        Arguments.of("not_found", "{\"type\":\"delete\",\"id\":42,\"offset\":1000}"));
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void one_that_cannot_be_done_among_many_that_wait_harms_no_other(String code, String unacceptable)
      throws Exception {
    String frame =
        Stream.of(said(1, WRONG - 1), unacceptable, said(WRONG + 1, WAITING))
            .collect(Collectors.joining("\n"));

    sendWhileFrozen(frame);

    awaitAcks(WAITING - 1);
    List<Integer> others = new ArrayList<>(numbers(1, WAITING));
    others.remove(Integer.valueOf(WRONG));
    assertThat(acked()).isEqualTo(others);
    JsonObject error = ann.awaitType("error");
    assertThat(error.getInt("id")).isEqualTo(WRONG);
    assertThat(error.getString("code")).isEqualTo(code);
    assertThat(ann.heard("error")).hasSize(1);
    assertThat(ann.awaitOffsets(WAITING - 1)).isEqualTo(offsets(WAITING - 1));
    assertStored(others);
  }

  private void sendWhileFrozen(String frame) throws Exception {
    mariadb.freeze(true);
    try {
      ann.send(frame);
      // Answered at once and after the others in the frame were read: all of them wait by now.
      assertThat(ann.ask("\"type\":\"ping\"").getString("type")).isEqualTo("pong");
      assertThat(ann.heard("ack")).isEmpty();
    } finally {
      mariadb.freeze(false);
    }
  }

  /** What is stored past the server: these, in this order, at the offsets that were told. */
  private void assertStored(List<Integer> numbers) throws Exception {
    StoredStream stream =
        Objects.requireNonNull(StoredStream.readAll(storage.database()).get(group));
    assertThat(stream.head()).isEqualTo(numbers.size());
    assertThat(stream.messages())
        .extracting(StoredStream.Row::offset)
        .isEqualTo(offsets(numbers.size()));
    assertThat(stream.messages())
        .extracting(StoredStream.Row::text)
        .isEqualTo(numbers.stream().map(number -> "message " + number).toList());
    assertThat(ann.heard("ack").stream().map(ack -> ack.getJsonNumber("offset").longValue()))
        .isEqualTo(offsets(numbers.size()));
  }

  private void awaitAcks(int number) {
    await().atMost(JsonSpeaker.PATIENCE).until(() -> ann.heard("ack").size() >= number);
  }

  private List<Integer> acked() {
    return ids("ack");
  }

  private List<Integer> refused() {
    return ids("error");
  }

  private List<Integer> ids(String type) {
    return ann.heard(type).stream().map(one -> one.getInt("id")).toList();
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Long> offsets(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** A frame that says these. */
  private static String said(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> publish(number, "k" + number, "message " + number))
        .collect(Collectors.joining("\n"));
  }

  private static String publish(int id, String key, String text) {
    return "{\"type\":\"publish\",\"id\":%d,\"key\":\"%s\",\"text\":\"%s\"}"
        .formatted(id, key, text);
  }
}
