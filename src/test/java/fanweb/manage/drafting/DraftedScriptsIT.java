package fanweb.manage.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.manage.drafting.DraftedThing.After;
import fanweb.manage.drafting.DraftedThing.Leaf;
import fanweb.manage.drafting.DraftedThing.Tag;
import fanweb.platform.migration.Migrations;
import fanweb.platform.migration.SchemaComparison;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NeedsMariaDb.class)
class DraftedScriptsIT {
  @TempDir private Path folder;

  @Test
  void what_was_tried_in_memory_works_on_a_server_with_rows(MariaDb server)
      throws SQLException, IOException {
    DraftedThing.writeScript(folder);
    DataSource database = server.dataSource(server.newDatabase());
    Migrations.onDisk(database, folder).migrate();
    Metadata wanted = Drafting.read(List.of(After.class, Tag.class, Leaf.class));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO account_thing (nick, age, born, seen) VALUES ('a', 3, '2000-01-01', '')");
      write(wanted);

      Migrations.onDisk(database, folder).migrate();

      assertThat(new SchemaComparison(wanted).differences(database)).isEmpty();
      assertThat(value(statement, "SELECT CONCAT(name, city, note, essay, awake, made_at)"))
          .isEqualTo("访客it's-12026-11-26 08:00:00.000000");
      statement.execute(
          "INSERT INTO account_thing (nick, age, essay, note, seen) VALUES ('b', 3, '', '', '')");
      assertThat(value(statement, "SELECT COUNT(*)")).isEqualTo("2");
      assertThat(texts(statement)).containsOnly("utf8mb4_bin");
    }
  }

  private void write(Metadata wanted) throws SQLException {
    try (Drafting drafting = new Drafting(wanted, folder, "")) {
      Set<String> drops = drafting.others();
      List<DraftScript> drafts = drafting.drafts(DraftedThing::literal, drops);
      drafting.tryOut(drafts, drops);
      ScriptFolder.write(new ScriptFolder(folder).files(drafts));
    }
  }

  private static String value(Statement statement, String select) throws SQLException {
    try (ResultSet row = statement.executeQuery(select + " FROM account_thing")) {
      row.next();
      return row.getString(1);
    }
  }

  /** How texts of columns that were drafted are compared. */
  private static List<String> texts(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT DISTINCT COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA ="
                + " DATABASE() AND COLLATION_NAME IS NOT NULL AND TABLE_NAME NOT LIKE"
                + " 'migrations%' AND COLUMN_NAME NOT IN ('code', 'seen')")) {
      List<String> names = new ArrayList<>();
      while (row.next()) {
        names.add(row.getString(1));
      }
      return names;
    }
  }
}
