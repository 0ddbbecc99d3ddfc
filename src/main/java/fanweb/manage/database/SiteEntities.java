package fanweb.manage.database;

import fanweb.manage.Packaged;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** What Hibernate knows of our entities, without a server and without {@code persistence.xml}. */
public final class SiteEntities {
  private SiteEntities() {}

  /**
   * All entities on a database, of which the dialect is asked. Blocks; connects once and changes
   * nothing. A session factory made of it compares the tables, and migrates them first if need be.
   */
  public static Metadata over(DataSource database) {
    return metadata(Map.of("jakarta.persistence.nonJtaDataSource", database), classes());
  }

  /** These entities with settings of Hibernate's beside our own. */
  public static Metadata metadata(Map<String, Object> settings, List<Class<?>> entities) {
    MetadataSources sources =
        new MetadataSources(
            new StandardServiceRegistryBuilder()
                .applySettings(settings)
                .applySetting("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .applySetting("hibernate.jdbc.time_zone", "UTC")
                .build());
    entities.forEach(sources::addAnnotatedClass);
    return sources.buildMetadata();
  }

  /** All entities: they are named so, and lie among our own classes. */
  public static List<Class<?>> classes() {
    return Packaged.classes()
        .filter(name -> name.endsWith("Entity"))
        .<Class<?>>map(name -> Packaged.load(name).orElseThrow())
        .toList();
  }
}
