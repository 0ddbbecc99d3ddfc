package fanweb.platform.health;

import fanweb.platform.ReadinessCheck;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Whether the database answers. */
@Dependent
final class DatabaseCheck implements ReadinessCheck {
  private static final int TIMEOUT_SECONDS = 2;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource database;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public void check() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      statement.execute("SELECT 1");
    }
  }
}
