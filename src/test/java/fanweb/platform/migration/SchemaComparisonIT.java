package fanweb.platform.migration;

import static fanweb.platform.migration.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NeedsMariaDb.class)
class SchemaComparisonIT {
  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void our_scripts_make_what_our_entities_want(TestDatabase kind, MariaDb server)
      throws SQLException {
    DataSource database = kind.create(server);
    new Migrations(database).migrate();

    assertThat(differences(database, entities())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void types_that_hold_the_same_are_no_difference(TestDatabase kind, MariaDb server)
      throws SQLException {
    assertThat(differences(sample(kind, server))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void an_empty_database_misses_the_table(TestDatabase kind, MariaDb server) throws SQLException {
    assertThat(differences(kind.create(server))).containsExactly("table sample is missing");
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void columns_and_tables_of_others_do_not_matter(TestDatabase kind, MariaDb server)
      throws SQLException {
    DataSource database = sample(kind, server);
    execute(
        database,
        "CREATE TABLE somebody_s (id INT NOT NULL)",
        "ALTER TABLE sample ADD COLUMN extra INT",
        "ALTER TABLE sample ADD COLUMN counted INT NOT NULL DEFAULT 0");
    assertThat(differences(database)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fanweb.platform.migration.TestDatabase#available")
  void every_difference_has_its_line(TestDatabase kind, MariaDb server) throws SQLException {
    DataSource database = sample(kind, server);
    boolean isH2 = kind == TestDatabase.H2 || kind == TestDatabase.FOREIGN_H2;
    String change = isH2 ? "ALTER TABLE sample ALTER COLUMN " : "ALTER TABLE sample MODIFY COLUMN ";
    execute(
        database,
        "ALTER TABLE sample DROP COLUMN note",
        change + "name VARCHAR(50) NOT NULL",
        change + "age BIGINT NOT NULL",
        change + "created_at VARCHAR(30) NOT NULL",
        change + (isH2 ? "birthday SET NOT NULL" : "birthday DATE NOT NULL"),
        change + (isH2 ? "colour SET NULL" : "colour VARCHAR(16) NULL"),
        "ALTER TABLE sample ADD COLUMN extra INT NOT NULL");

    assertThat(differences(database))
        .anySatisfy(line -> is(line, "sample.note is missing: the code wants varchar(255)"))
        .anySatisfy(line -> is(line, "sample.name is too short, .*\\(50\\): .* varchar\\(100\\)"))
        .anySatisfy(line -> is(line, "sample.age is BIGINT: the code wants int.*"))
        .anySatisfy(line -> is(line, "sample.created_at is .*\\(30\\): .*(datetime|timestamp).*"))
        .anySatisfy(line -> is(line, "sample.birthday may not be null: .*"))
        .anySatisfy(line -> is(line, "sample.colour may be null: .*"))
        .anySatisfy(line -> is(line, "sample.extra is unknown to the code, .*"))
        .hasSize(7);
  }

  private static void is(String line, String expected) {
    assertThat(line).matches("(?i)column " + expected.replace("varchar(255)", "varchar\\(255\\)"));
  }

  private static DataSource sample(TestDatabase kind, MariaDb server) throws SQLException {
    DataSource database = kind.create(server);
    new Migrations(database, List.of("sample"), "migrations").migrate();
    return database;
  }

  private static List<String> differences(DataSource database) throws SQLException {
    return differences(database, Stream.of(Sample.class));
  }

  private static List<String> differences(DataSource database, Stream<Class<?>> entities)
      throws SQLException {
    try (StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySettings(
                Map.of(
                    "jakarta.persistence.nonJtaDataSource",
                    database,
                    "hibernate.timezone.default_storage",
                    "NORMALIZE_UTC"))
            .build()) {
      MetadataSources sources = new MetadataSources(registry);
      entities.forEach(sources::addAnnotatedClass);
      return new SchemaComparison(sources.buildMetadata())
          .differences(database).stream().map(SchemaDifference::line).toList();
    }
  }

  private static Stream<Class<?>> entities() {
    return new ClassFileImporter()
        .importPath(Path.of("target/classes")).stream()
            .filter(
                type ->
                    type.isAnnotatedWith(Entity.class)
                        || type.isAnnotatedWith(Embeddable.class)
                        || type.isAnnotatedWith(MappedSuperclass.class))
            .map(JavaClass::reflect);
  }
}
