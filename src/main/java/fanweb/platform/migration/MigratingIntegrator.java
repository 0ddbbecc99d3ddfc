package fanweb.platform.migration;

import fanweb.platform.launch.FailedStart;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Runs the migrations while Hibernate starts, then looks whether the tables are those that the
 * entities want: a start-up observer would come after the first who asks for an entity. Found
 * through {@code META-INF/services}.
 */
public final class MigratingIntegrator implements Integrator {
  private static final Logger LOG = System.getLogger(MigratingIntegrator.class.getName());

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessionFactory) {
    ConnectionProvider connections =
        sessionFactory.getServiceRegistry().requireService(ConnectionProvider.class);
    try {
      prepare(connections.unwrap(DataSource.class), metadata);
    } catch (UnusableDatabaseException e) {
      FailedStart.report(LOG, e, FailedStart.UNUSABLE_DATABASE);
      throw e;
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
    // Nothing was kept.
  }

  private static void prepare(DataSource database, Metadata metadata) {
    new Durability(database, LOG::log).correct();
    new Migrations(database).migrate();
    compare(database, metadata);
  }

  private static void compare(DataSource database, Metadata metadata) {
    try {
      List<SchemaDifference> differences = new SchemaComparison(metadata).differences(database);
      differences.forEach(difference -> LOG.log(Level.ERROR, difference.line()));
      if (!differences.isEmpty()) {
        throw new UnusableDatabaseException(
            "the database is not what this version wants, in "
                + differences.size()
                + " places, each in a line above; the first: "
                + differences.get(0).line());
      }
    } catch (SQLException e) {
      throw new UnusableDatabaseException("its tables cannot be read: " + e.getMessage(), e);
    }
  }
}
