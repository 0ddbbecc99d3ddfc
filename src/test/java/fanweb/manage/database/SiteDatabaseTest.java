package fanweb.manage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.Failure;
import fanweb.manage.Words;
import fanweb.platform.config.ProcessSettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteDatabaseTest {
  @TempDir private Path folder;

  private Context context(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("FANWEB_DATA", folder.toString());
    return new Context(
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            environment),
        Words.of(environment),
        ProcessSettings.of(environment));
  }

  @Test
  void is_made_on_request_only_and_opened_as_the_server_opens_it() throws SQLException {
    Context context = context(Map.of());
    assertThatThrownBy(() -> SiteDatabase.open(context))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("fan-web does not exist")
        .message()
        .hasLineCount(1);
    assertThat(folder).isEmptyDirectory();

    SiteDatabase.openOrCreate(context).close();
    try (SiteDatabase database = SiteDatabase.open(context);
        Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.getMetaData().storesLowerCaseIdentifiers()).isTrue();
    }
    assertThat(folder).isDirectoryContaining("glob:**/fan-web.mv.db");
  }

  @Test
  void a_wrong_password_is_told_in_the_language_of_the_terminal() {
    SiteDatabase.openOrCreate(context(Map.of())).close();
    Context wrong = context(Map.of("FANWEB_DB_PASSWORD", "guess", "LANG", "zh_CN.UTF-8"));
    assertThatThrownBy(() -> SiteDatabase.open(wrong))
        .hasMessageContaining("拒绝该用户或密码：请设置 FANWEB_DB_USER 与 FANWEB_DB_PASSWORD");
  }

  @Test
  void one_that_does_not_answer_is_not_waited_for() {
    Context absent =
        context(
            Map.of("FANWEB_DB_DRIVER", "mariadb", "FANWEB_DB_URL", "jdbc:mariadb://127.0.0.1:1/x"));
    assertThatThrownBy(() -> SiteDatabase.open(absent))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(
            "the database jdbc:mariadb://127.0.0.1:1/x does not answer: start it, or set")
        .message()
        .hasLineCount(1);
  }
}
