package fanweb.manage.database;

import fanweb.platform.migration.SchemaComparison;
import fanweb.platform.migration.SchemaDifference;
import jakarta.persistence.Entity;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** What the entities want of a database; asks Hibernate, but opens no session. */
final class EntitySchema {
  private static final String CLASS = "Entity.class";

  private EntitySchema() {}

  /** All differences; none when a server would take the database. */
  static List<SchemaDifference> differences(DataSource database) throws SQLException {
    // As in persistence.xml, which only a server reads.
    Map<String, Object> settings =
        Map.of(
            "jakarta.persistence.nonJtaDataSource",
            database,
            "hibernate.timezone.default_storage",
            "NORMALIZE_UTC");
    try (StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(settings).build()) {
      MetadataSources sources = new MetadataSources(registry);
      entities().forEach(sources::addAnnotatedClass);
      return new SchemaComparison(sources.buildMetadata()).differences(database);
    }
  }

  /** All entities among our classes; each is called so. */
  static Stream<Class<?>> entities() {
    return Packaged.under("fanweb").stream()
        .filter(path -> path.endsWith(CLASS))
        .map(path -> path.replaceFirst("\\.class$", "").replace('/', '.'))
        .<Class<?>>map(EntitySchema::load)
        .filter(type -> type.isAnnotationPresent(Entity.class));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, EntitySchema.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
