package fanweb.manage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** What Hibernate knows of our entities, without a server and without {@code persistence.xml}. */
public final class SiteEntities {
  private static final String ENTITY = "Entity.class";

  private SiteEntities() {}

  /**
   * All entities on a database, of which the dialect is asked. Blocks; connects once and changes
   * nothing. A session factory made of it compares the tables, and migrates them first if need be.
   */
  public static Metadata over(DataSource database) {
    MetadataSources sources =
        new MetadataSources(
            new StandardServiceRegistryBuilder()
                .applySettings(
                    Map.of(
                        "jakarta.persistence.nonJtaDataSource", database,
                        "hibernate.timezone.default_storage", "NORMALIZE_UTC",
                        "hibernate.jdbc.time_zone", "UTC"))
                .build());
    classes().forEach(sources::addAnnotatedClass);
    return sources.buildMetadata();
  }

  /** They are named so, in the jar or the folder that this class is in. */
  static List<Class<?>> classes() {
    try {
      URI place =
          SiteEntities.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path file = Path.of(place);
      if (Files.isDirectory(file)) {
        return under(file);
      }
      try (FileSystem jar = FileSystems.newFileSystem(file)) {
        return under(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> under(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("fanweb"))) {
      return files
          .filter(file -> file.toString().endsWith(ENTITY))
          .<Class<?>>map(file -> load(root.relativize(file)))
          .toList();
    }
  }

  private static Class<?> load(Path file) {
    String name = file.toString().replaceAll("\\.class$", "").replace(file.getFileSystem().getSeparator(), ".");
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
