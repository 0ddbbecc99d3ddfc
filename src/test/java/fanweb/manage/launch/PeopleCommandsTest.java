package fanweb.manage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Secret;
import fanweb.manage.ExitCode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCommandsTest {
  private static final String PASSWORD = "violet+anchor+1\n";

  @TempDir private Path data;
  private Shell shell;

  @BeforeEach
  void migrate() {
    shell = new Shell(data);
    assertThat(shell.run("migrate")).isZero();
  }

  private void addFang() {
    assertThat(shell.runWith(PASSWORD, "createsuperuser", "Fang", "--name", "王芳")).isZero();
  }

  @Test
  void whoever_is_made_a_superuser_may_do_everything() throws SQLException {
    addFang();
    assertThat(shell.err()).isEqualTo("fang may do everything now (user 1)\n");
    assertThat(
            shell.value(
                "SELECT u.name || ' ' || p.permission FROM account_userinfo u"
                    + " JOIN account_userinfo_role r ON r.userinfo_id = u.id"
                    + " JOIN account_role_permission p ON p.role_id = r.role_id"))
        .isEqualTo("王芳 *");
    assertThat(shell.value("SELECT password FROM account_userinfo")).startsWith("$argon2id$");
  }

  @Test
  void what_is_wrong_with_a_login_a_name_or_a_password_is_said_and_nothing_is_stored()
      throws SQLException {
    assertThat(shell.runWith("short\n", "createsuperuser", "fang")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).isEqualTo("fanweb: /password must have 8 to 128 characters\n");
    assertThat(shell.runWith(PASSWORD, "createsuperuser", "a b")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).startsWith("fanweb: /login must have 1 to 64 letters");
    assertThat(shell.run("createsuperuser", "fang")).isEqualTo(ExitCode.USAGE);
    assertThat(shell.err()).contains("set FANWEB_PASSWORD");
    assertThat(shell.value("SELECT COUNT(*) FROM account_userinfo")).isEqualTo("0");
  }

  @Test
  void a_login_is_somebodys_once() {
    addFang();
    assertThat(shell.runWith(PASSWORD, "createsuperuser", "fang")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).isEqualTo("fanweb: There is another with this login\n");
  }

  @Test
  void a_password_may_come_from_a_variable() throws SQLException {
    addFang();
    String before = shell.value("SELECT password FROM account_userinfo");
    shell.with("FANWEB_PASSWORD", "another+anchor+2");
    assertThat(shell.run("changepassword", "fang")).isZero();
    assertThat(shell.value("SELECT password FROM account_userinfo")).isNotEqualTo(before);
  }

  @Test
  void another_password_ends_sessions_and_tokens_and_running_servers_hear_of_it()
      throws SQLException {
    addFang();
    addSession();
    assertThat(shell.run("createtoken", "fang", "user.view")).isZero();
    assertThat(shell.runWith("another+anchor+2\n", "changepassword", "fang")).isZero();
    assertThat(shell.value("SELECT COUNT(*) FROM account_session")).isEqualTo("0");
    assertThat(shell.value("SELECT COUNT(*) FROM account_token")).isEqualTo("0");
    assertThat(
            shell.value("SELECT LISTAGG(kind, ' ') WITHIN GROUP (ORDER BY id) FROM account_change"))
        .contains("SESSION", "TOKEN");
  }

  @Test
  void a_token_is_printed_once_and_its_fingerprint_is_stored() throws SQLException {
    addFang();
    assertThat(shell.run("createtoken", "fang", "user.view", "group.view", "--days", "1")).isZero();
    String secret = shell.out().strip();
    assertThat(shell.value("SELECT fingerprint FROM account_token"))
        .isEqualTo(new Secret(secret).fingerprint());
    assertThat(shell.err()).startsWith("a token of fang, until 20");
  }

  @Test
  void a_token_that_cannot_be_is_not_made() throws SQLException {
    addFang();
    assertThat(shell.run("createtoken", "fang", "user.vew")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("is no permission: user.vew");
    assertThat(shell.run("createtoken", "fang", "*", "--days", "400")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("A token lasts 1 to 366 days");
    assertThat(shell.run("createtoken", "nobody", "*")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("There is nobody with the login nobody");
    assertThat(shell.value("SELECT COUNT(*) FROM account_token")).isEqualTo("0");
  }

  @Test
  void sessions_are_told_and_ended() throws SQLException {
    addFang();
    addSession();
    assertThat(shell.run("sessions", "fang")).isZero();
    assertThat(shell.out()).hasLineCount(1).contains("192.0.2.7", "Firefox");
    assertThat(shell.run("sessions", "fang", "--end", "--json")).isZero();
    assertThat(shell.out()).contains("\"agent\":\"Firefox\"");
    assertThat(shell.err()).isEqualTo("one session of fang ended\n");
    assertThat(shell.run("sessions", "fang")).isZero();
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void a_database_that_has_not_had_all_scripts_is_not_migrated_by_the_way(@TempDir Path other) {
    Shell behind = new Shell(other);
    behind.run("migrate", "account");
    assertThat(behind.runWith(PASSWORD, "createsuperuser", "fang"))
        .isEqualTo(ExitCode.UNUSABLE_DATABASE);
    assertThat(behind.err()).contains("run fanweb migrate first").hasLineCount(1);
  }

  private void addSession() throws SQLException {
    long now = Long.parseLong(shell.value("SELECT noted_at FROM account_change LIMIT 1"));
    shell.execute(
        "INSERT INTO account_session (fingerprint, renewed_at, granted, userinfo_id, began_at,"
            + " seen_at, ends_at, remembered, address, agent) VALUES ('f', %1$d, '', 1, %1$d, %1$d,"
                .formatted(now)
            + " %d, FALSE, '192.0.2.7', 'Firefox')".formatted(now + 3_600_000));
  }
}
