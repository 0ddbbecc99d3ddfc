package fanweb.manage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.ExitCode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
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
