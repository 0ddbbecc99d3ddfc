package fanweb.manage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fanweb.platform.config.ProcessSettings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
  @TempDir private Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Map<String, String> environment = Map.of("FANWEB_DATA", data.toString());
    Console console = new Console(InputStream.nullInputStream(), out, err, environment);
    ProcessSettings settings = ProcessSettings.of(environment);
    return new Fanweb(new Context(console, Words.of(environment), settings)).run(arguments);
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:h2:file:" + data.resolve("fan-web") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "fan-web")) {
      connection.createStatement().execute(sql);
    }
  }

  @Test
  void one_feature_is_migrated_up_to_a_script_and_not_back() {
    assertThat(run("migrate", "account", "3")).isZero();
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "account 001 create userinfo", "account 002 create role", "account 003 drop userinfo");
    assertThat(err.toString(UTF_8)).contains("applying account 003 drop userinfo", "3 applied");

    assertThat(run("showmigrations", "account")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("[X] account 003 drop userinfo (applied 20")
        .contains("[ ] account 004 drop role note\n");

    assertThat(run("migrate", "account", "002")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .startsWith("fanweb: account is at 003 already, and scripts have no way back");
    assertThat(run("migrate", "--plan", "--json", "account", "5")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith(
            "[{\"feature\":\"account\",\"version\":\"004\",\"description\":\"drop role note\","
                + "\"state\":\"pending\"},");
    assertThat(run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(out.toString(UTF_8)).contains("WRONG  migrations: 37 scripts are not applied yet");
  }

  @Test
  void names_are_looked_up_without_a_database() {
    assertThat(run("sqlmigrate", "account", "4")).isZero();
    assertThat(out.toString(UTF_8)).endsWith("ALTER TABLE account_role DROP COLUMN note;\n");
    assertThat(run("sqlmigrate", "account", "21")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8)).startsWith("fanweb: account has no script 21; it has 001, 002");
    assertThat(run("showmigrations", "shop")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo("fanweb: no feature shop has scripts; those that have: account, chat\n");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void what_is_wrong_with_a_script_is_marked_and_told() throws SQLException {
    run("migrate");
    execute("UPDATE \"migrations_chat\" SET \"checksum\" = 7 WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (applied 20", "was changed after the database had had");

    execute("UPDATE \"migrations_chat\" SET \"success\" = FALSE WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (failed 20", "may be half done: mend it, undo by hand");

    execute("DELETE FROM \"migrations_chat\" WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (not applied", "the database is behind");

    execute("UPDATE \"migrations_chat\" SET \"version\" = '900' WHERE \"version\" = '010'");
    assertSpoilt("[?] chat 900 create origin (applied 20", "the database is ahead");
  }

  private void assertSpoilt(String shown, String told) {
    assertThat(run("showmigrations")).isZero();
    assertThat(out.toString(UTF_8)).contains(shown);
    assertThat(run("migrate")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(err.toString(UTF_8)).contains(told).hasLineCount(1);
    assertThat(run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(out.toString(UTF_8)).contains("WRONG  migrations: these are not as they should be");
  }

  @Test
  void a_table_that_is_not_as_the_code_wants_is_named() throws SQLException {
    run("migrate");
    execute("ALTER TABLE account_userinfo DROP COLUMN data");
    assertThat(run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(out.toString(UTF_8))
        .contains("WRONG  schema: column account_userinfo.data is missing");
  }
}
