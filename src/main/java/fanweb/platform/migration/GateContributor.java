package fanweb.platform.migration;

import fanweb.platform.DatabaseSettings;
import fanweb.platform.launch.FailedStart;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.env.internal.JdbcEnvironmentInitiator;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Puts the {@link DatabaseGate} before Hibernate's first connection, with which it finds out what
 * database it has. Found through {@code META-INF/services}.
 */
public final class GateContributor implements ServiceContributor {
  private static final System.Logger LOG = System.getLogger(GateContributor.class.getName());

  /** The datasource that our own server makes of the settings. */
  private static final String OURS = "java:jboss/datasources/FanWebDS";

  @Override
  public void contribute(StandardServiceRegistryBuilder registry) {
    registry.addInitiator(new GatedEnvironment());
  }

  private static void await(DataSource database) {
    DatabaseGate gate =
        new DatabaseGate(
            place(),
            InstantSource.system(),
            // Nobody ends it early: it is the time between two questions.
            time -> new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS));
    try {
      gate.await(database);
    } catch (UnusableDatabaseException e) {
      FailedStart.report(LOG, e, FailedStart.UNUSABLE_DATABASE);
      throw e;
    }
  }

  @SuppressWarnings("BanJNDI") // the name is a constant
  private static DatabasePlace place() {
    try {
      new InitialContext().lookup(OURS);
    } catch (NamingException e) {
      return DatabasePlace.ofServer();
    }
    return DatabasePlace.ofSettings(
        DatabaseSettings.withoutSecrets(
            ConfigProvider.getConfig().getValue("fanweb.db.url", String.class)));
  }

  /** Hibernate's own look at the database, through the gate. */
  private static final class GatedEnvironment implements StandardServiceInitiator<JdbcEnvironment> {
    @Override
    public Class<JdbcEnvironment> getServiceInitiated() {
      return JdbcEnvironment.class;
    }

    @Override
    public JdbcEnvironment initiateService(
        Map<String, Object> configuration, ServiceRegistryImplementor registry) {
      await(registry.requireService(ConnectionProvider.class).unwrap(DataSource.class));
      return JdbcEnvironmentInitiator.INSTANCE.initiateService(configuration, registry);
    }
  }
}
