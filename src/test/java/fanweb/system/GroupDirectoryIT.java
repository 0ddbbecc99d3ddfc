package fanweb.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.GroupDirectory;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The directory of groups on the embedded database, inside the server. */
@ArquillianTest
@Execution(ExecutionMode.SAME_THREAD)
class GroupDirectoryIT {
  /** Later than anything the server records itself while the test runs. */
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  @Inject private GroupDirectory directory;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource database;

  @Deployment
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void keepsGroupsApartThatDifferInCaseOrAccentAndListsTheLatestFirst() {
    List<String> names = List.of("directory-abc", "directory-ABC", "directory-ábc", "目录-群");
    for (int i = 0; i < names.size(); i++) {
      directory.recordActivity(new GroupName(names.get(i)), LATER.plusSeconds(i));
    }

    List<String> recent =
        directory.recent(100, Identity.machine()).stream()
            .map(entry -> entry.name().value())
            .filter(names::contains)
            .toList();

    assertEquals(List.of("目录-群", "directory-ábc", "directory-ABC", "directory-abc"), recent);
  }

  @Test
  void keepsTheLaterOfTwoTimesForTheSameGroup() {
    GroupName group = new GroupName("directory-twice");
    directory.recordActivity(group, LATER.plusSeconds(3600));
    directory.recordActivity(group, LATER);

    assertTrue(
        directory
            .recent(100, Identity.machine())
            .contains(new GroupDirectory.Entry(group, LATER.plusSeconds(3600))));
  }

  @Test
  void hasAMigrationHistoryForTheFeatureAlone() throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet history =
            connection
                .createStatement()
                .executeQuery("SELECT count(*) FROM migrations_chat WHERE success = true")) {
      assertTrue(history.next() && history.getInt(1) >= 1);
    }
  }
}
