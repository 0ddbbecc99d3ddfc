package fanweb.manage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.ExitCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationCommandsTest {
  private static final Predicate<String> WRONG = line -> line.startsWith("WRONG");

  @TempDir private Path data;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(data);
  }

  @Test
  void one_feature_is_migrated_up_to_a_script_and_not_back() {
    assertThat(shell.run("migrate", "account", "3")).isZero();
    assertThat(shell.out().lines())
        .containsExactly(
            "account 001 create userinfo", "account 002 create role", "account 003 drop userinfo");
    assertThat(shell.err()).contains("applying account 003 drop userinfo", "3 applied");

    assertThat(shell.run("showmigrations", "account")).isZero();
    assertThat(shell.out())
        .contains("[X] account 003 drop userinfo (applied 20")
        .contains("[ ] account 004 drop role note\n");

    assertThat(shell.run("migrate", "account", "002")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err())
        .startsWith("fanweb: account is at 003 already, and scripts have no way back");
    assertThat(shell.run("migrate", "--plan", "--json", "account", "5")).isZero();
    assertThat(shell.out())
        .startsWith(
            "[{\"feature\":\"account\",\"version\":\"004\",\"description\":\"drop role note\","
                + "\"state\":\"pending\"},");
    assertThat(shell.run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.out()).contains("WRONG  migrations: 37 scripts are not applied yet");
  }

  @Test
  void names_are_looked_up_without_a_database() {
    assertThat(shell.run("sqlmigrate", "account", "4")).isZero();
    assertThat(shell.out()).endsWith("ALTER TABLE account_role DROP COLUMN note;\n");
    assertThat(shell.run("sqlmigrate", "account", "21")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("fanweb: account has no script 21; it has 001, 002");
    assertThat(shell.run("showmigrations", "shop")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err())
        .isEqualTo("fanweb: no feature shop has scripts; those that have: account, chat\n");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_name_that_a_script_left_empty_is_none() {
    assertThat(shell.run("migrate", "")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.run("migrate", "chat", "")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).startsWith("fanweb: chat has no script ; it has 001");
    assertThat(data).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "migrate",
        "migrate --plan",
        "showmigrations",
        "dumpdata",
        "sessions jay",
        "createsuperuser jay",
        "createtoken jay user.view"
      })
  void a_database_that_does_not_answer_is_one_line(String command) {
    shell
        .with("FANWEB_DB_DRIVER", "mariadb")
        .with("FANWEB_DB_URL", "jdbc:mariadb://127.0.0.1:1/fan-web")
        .with("FANWEB_PASSWORD", "violet+anchor+1");
    assertThat(shell.run(command.split(" "))).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.out() + shell.err())
        .contains("the database jdbc:mariadb://127.0.0.1:1/fan-web does not answer: start it");
    assertThat(shell.err().lines().count() + shell.out().lines().filter(WRONG).count())
        .isEqualTo(1);
  }

  @Test
  void what_is_no_dump_is_one_line_and_makes_no_database() {
    assertThat(shell.runWith("{\"a\":1}\n", "loaddata")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).startsWith("fanweb: this is no dump").hasLineCount(1);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void nobodys_url_is_one_line_without_its_password() {
    shell
        .with("FANWEB_DB_DRIVER", "mysql")
        .with("FANWEB_DB_URL", "jdbc:mysql:x?password=secret-word");
    assertThat(shell.run("migrate")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.err()).doesNotContain("secret-word").hasLineCount(1);
    shell
        .with("FANWEB_DB_DRIVER", "mariadb")
        .with("FANWEB_DB_URL", "jdbc:mariadb://[x/?password=secret-word");
    assertThat(shell.run("migrate")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.err()).doesNotContain("secret-word", "unexpected").hasLineCount(1);
  }

  @Test
  void what_is_wrong_with_a_script_is_marked_and_told() throws SQLException {
    shell.run("migrate");
    shell.execute("UPDATE \"migrations_chat\" SET \"checksum\" = 7 WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (applied 20", "was changed after the database had had");

    shell.execute("UPDATE \"migrations_chat\" SET \"success\" = FALSE WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (failed 20", "may be half done: mend it, undo by hand");

    shell.execute("DELETE FROM \"migrations_chat\" WHERE \"version\" = '001'");
    assertSpoilt("[!] chat 001 create group (not applied", "the database is behind");

    shell.execute("UPDATE \"migrations_chat\" SET \"version\" = '900' WHERE \"version\" = '010'");
    assertSpoilt("[?] chat 900 create origin (applied 20", "the database is ahead");
  }

  private void assertSpoilt(String shown, String told) {
    assertThat(shell.run("showmigrations")).isZero();
    assertThat(shell.out()).contains(shown);
    assertThat(shell.run("migrate")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.err()).contains(told).hasLineCount(1);
    assertThat(shell.run("migrate", "--plan", "--json")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).startsWith("fanweb: these are not as they should be: chat");
    assertThat(shell.run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.out()).contains("WRONG  migrations: these are not as they should be");
  }

  @Test
  void a_table_that_is_not_as_the_code_wants_is_named() throws SQLException {
    shell.run("migrate");
    shell.execute("ALTER TABLE account_userinfo DROP COLUMN data");
    assertThat(shell.run("check")).isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(shell.out()).contains("WRONG  schema: column account_userinfo.data is missing");
  }
}
