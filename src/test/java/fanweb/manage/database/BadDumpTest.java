package fanweb.manage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.UndoneException;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not loaded, and that nothing of it is. */
@TestInstance(Lifecycle.PER_CLASS)
class BadDumpTest {
  private final DataSource target;
  private final String good;

  /** One for all: nothing changes it. */
  BadDumpTest() throws SQLException, IOException {
    target = Filled.full();
    good = new String(Filled.dump(target), UTF_8);
  }

  /** A dump that somebody did something to, and the line about it. */
  enum Flaw {
    EMPTY(dump -> ""),
    NO_DUMP(dump -> "{\"format\":\"another\"}\n"),
    NO_JSON_THAT_DEEP(dump -> dump.replace("{\"table\":\"account_role\",", "{\"a\":".repeat(2000))),
    NO_JSON(dump -> resealed(dump.replace("{\"table\":\"account_role\",", "["))),
    NEWER_FORMAT(dump -> resealed(dump.replace("\"version\":1,\"fanweb\"", "\"version\":2,\"x\""))),
    NEWER_SCHEMA(dump -> resealed(dump.replace("\"chat\":\"010\"", "\"chat\":\"911\""))),
    OTHER_SCHEMA(dump -> resealed(dump.replace("\"chat\":\"010\"", "\"chat\":\"009\""))),
    CUT_OFF(dump -> dump.substring(0, dump.length() / 2)),
    CHANGED(dump -> dump.replace("管理员 👑", "Administrator")),
    MORE(dump -> dump + "\n"),
    NO_END(dump -> dump.replaceFirst("\"rows\":\\{[^}]*}", "\"rows\":[]")),
    NO_END_OF_ONE(dump -> dump.replace("\"account_link\":1", "\"account_link\":\"one\"")),
    COUNTS(dump -> resealed(dump.replace("\"account_link\":1", "\"account_link\":2"))),
    UNKNOWN_TABLE(
        dump -> resealed(dump.replace("\"table\":\"chat_origin\"", "\"table\":\"mine\""))),
    UNKNOWN_COLUMN(dump -> resealed(dump.replace("\"digest\":null", "\"digits\":null"))),
    NO_ROW(dump -> resealed(dump.replace("\"row\":{\"id\":1,\"epoch\":\"origin\"}", "\"row\":7"))),
    WRONG_TYPE(dump -> resealed(dump.replace("\"made\":\"2026-01-02T", "\"made\":\"yesterday"))),
    REFUSED(dump -> resealed(dump.replace("\"login\":null", "\"login\":\"jay\"")));

    private final UnaryOperator<String> edit;

    Flaw(UnaryOperator<String> edit) {
      this.edit = edit;
    }

    String key() {
      return "loaddata." + name().replaceFirst("_(THAT|OF)_.*", "").toLowerCase(Locale.ROOT);
    }
  }

  /** Whoever edits a dump and knows how it is sealed. */
  private static String resealed(String dump) {
    int last = dump.lastIndexOf("{\"end\"");
    byte[] rows = dump.substring(0, last).getBytes(UTF_8);
    String seal = HexFormat.of().formatHex(DumpLine.digest().digest(rows));
    return dump.substring(0, last)
        + dump.substring(last).replaceFirst("\"sha256\":\"[^\"]*", "\"sha256\":\"" + seal);
  }

  @ParameterizedTest
  @EnumSource
  void leaves_everything_as_it_was(Flaw flaw) throws SQLException, IOException {
    String bad = flaw.edit.apply(good);
    assertThat(bad).isNotEqualTo(good);

    assertThatThrownBy(() -> Filled.load(target, bad.getBytes(UTF_8), true))
        .isInstanceOfSatisfying(
            UndoneException.class, e -> assertThat(e.key()).isEqualTo(flaw.key()));
    assertThat(new String(Filled.dump(target), UTF_8)).isEqualTo(good);
  }

  @Test
  void a_row_that_the_database_refuses_is_named_by_its_line() {
    String bad = Flaw.REFUSED.edit.apply(good);
    long line = good.lines().takeWhile(one -> !one.contains("\"login\":null")).count() + 1;

    assertThatThrownBy(() -> Filled.load(target, bad.getBytes(UTF_8), true))
        .isInstanceOfSatisfying(
            UndoneException.class, e -> assertThat(e.arguments()).startsWith(line));
  }

  @Test
  void half_a_character_is_not_dumped_as_another_and_its_row_is_named() throws SQLException {
    DataSource source = Filled.full();
    execute(source, "UPDATE account_role SET name = CHAR(55357) WHERE id = 2");

    assertThatThrownBy(() -> Filled.dump(source))
        .isInstanceOfSatisfying(
            UndoneException.class,
            e -> assertThat(e.arguments()).containsExactly("account_role", 2L));
  }

  @Test
  void rows_that_are_there_stay_unless_they_may_be_replaced() throws SQLException, IOException {
    byte[] dump = good.getBytes(UTF_8);
    assertThatThrownBy(() -> Filled.load(target, dump, false))
        .isInstanceOfSatisfying(
            UndoneException.class, e -> assertThat(e.key()).isEqualTo("loaddata.not_empty"));

    Filled.load(target, dump, true);
    assertThat(Filled.dump(target)).isEqualTo(dump);
  }

  @Test
  void an_old_dump_may_give_each_group_another_stream() throws SQLException, IOException {
    DataSource fresh = Filled.empty();
    Filled.load(
        new Loading(fresh, false, true, Progress.unheard(), Filled.unseen()), good.getBytes(UTF_8));

    assertThat(new String(Filled.dump(fresh), UTF_8).lines())
        .filteredOn(line -> line.contains("\"epoch\""))
        .singleElement()
        .asString()
        .contains("\"chat_group\"")
        .doesNotContain("\"epoch\":\"e-1\"")
        .containsPattern("\"epoch\":\"[0-9a-f-]{36}\"");
  }

  @Test
  void rows_that_scripts_put_there_are_no_hindrance() throws SQLException, IOException {
    DataSource fresh = Filled.empty();
    new Migrations(fresh).migrate();
    Filled.load(fresh, good.getBytes(UTF_8), false);
    assertThat(Filled.dump(fresh)).asString(UTF_8).isEqualTo(good);
  }

  @Test
  void a_dump_from_before_a_script_gets_it_after_its_rows() throws SQLException, IOException {
    DataSource fresh = Filled.empty();
    Filled.load(fresh, Filled.dump(old()), false);
    // Script 030 fills this table from the people there are.
    assertThat(Filled.rows(fresh)).contains("account_claimed_author{author_id=g_7}");
  }

  @Test
  void a_dump_from_before_there_were_streams_gets_some() throws SQLException, IOException {
    DataSource old = upTo("029", "001");
    execute(
        old,
        "INSERT INTO chat_group (name, created_at, last_active_at) VALUES ('g', NOW(), NOW())");
    DataSource fresh = Filled.empty();
    Filled.load(
        new Loading(fresh, false, true, Progress.unheard(), Filled.unseen()), Filled.dump(old));
    assertThat(Filled.rows(fresh))
        .filteredOn(row -> row.startsWith("chat_group"))
        .singleElement()
        .asString()
        .containsPattern("epoch=[0-9a-f-]{36},");
  }

  @Test
  void a_refused_dump_of_older_tables_keeps_no_other_from_being_loaded()
      throws SQLException, IOException {
    DataSource fresh = Filled.empty();
    byte[] dump = Filled.dump(old());
    byte[] cutOff = Arrays.copyOf(dump, dump.length - 20);
    assertThatThrownBy(() -> Filled.load(fresh, cutOff, false)).isInstanceOf(UndoneException.class);

    Filled.load(fresh, good.getBytes(UTF_8), false);
    assertThat(Filled.dump(fresh)).asString(UTF_8).isEqualTo(good);
  }

  /** A site from before some scripts. */
  private static DataSource old() throws SQLException {
    DataSource old = upTo("029", "009");
    execute(
        old,
        "INSERT INTO account_userinfo (name, password, age, author_id)"
            + " VALUES ('n', '#', 2, 'g_7')");
    return old;
  }

  private static DataSource upTo(String account, String chat) throws SQLException {
    DataSource old = Filled.empty();
    Migrations migrations = new Migrations(old);
    migrations.migrate("account", Optional.of(account), Progress.unheard());
    migrations.migrate("chat", Optional.of(chat), Progress.unheard());
    return old;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
