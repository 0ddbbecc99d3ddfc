package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.platform.DatabaseSettings;
import fanweb.platform.DatabaseSettings.Driver;
import fanweb.platform.config.ProcessSettings.Found;
import fanweb.platform.migration.ConnectionFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The database that the server's settings name, for a process without a server. Open from the first
 * connection until it is closed, so that an embedded one is opened once. Any thread.
 */
public final class SiteDatabase implements AutoCloseable {
  /** What the server's datasource has when nobody says who signs in. */
  private static final String USER = "sa";

  private static final String PASSWORD = "fan-web";

  private final String name;
  private final DataSource connections;

  /** An embedded database closes with its last connection. */
  private final Connection first;

  private SiteDatabase(String name, DataSource connections) throws SQLException {
    this.name = name;
    this.connections = connections;
    this.first = connections.getConnection();
  }

  /**
   * Opens the one that is there; does not wait for one that does not answer.
   *
   * @throws Failure with {@link ExitCode#DATABASE_IN_USE} when another process has an embedded one
   *     open, with {@link ExitCode#UNUSABLE_DATABASE} when there is none or it lets nobody in
   * @throws fanweb.platform.InvalidSettingException when the settings name none
   */
  public static SiteDatabase open(Context context) {
    return connect(context, ";IFEXISTS=TRUE");
  }

  /**
   * As {@link #open}, but makes the file of an embedded one that is not there, as the first start
   * of the server does.
   */
  public static SiteDatabase openOrCreate(Context context) {
    return connect(context, "");
  }

  private static SiteDatabase connect(Context context, String embedded) {
    DatabaseSettings settings = DatabaseSettings.read(context.reader());
    String url = settings.driver() == Driver.H2 ? settings.url() + embedded : settings.url();
    String name = DatabaseSettings.withoutSecrets(settings.url());
    try {
      return new SiteDatabase(
          name,
          new FreshConnections(
              url,
              setting(context, "fanweb.db.user", USER),
              setting(context, "fanweb.db.password", PASSWORD)));
    } catch (SQLException e) {
      throw failure(context, name, e);
    }
  }

  private static String setting(Context context, String name, String usual) {
    return context.settings().find(name).map(Found::value).orElse(usual);
  }

  private static Failure failure(Context context, String name, SQLException e) {
    ConnectionFailure kind = ConnectionFailure.of(e);
    return new Failure(
        kind == ConnectionFailure.IN_USE ? ExitCode.DATABASE_IN_USE : ExitCode.UNUSABLE_DATABASE,
        context
            .words()
            .of(
                "database." + kind.name().toLowerCase(Locale.ROOT),
                name,
                ConnectionFailure.words(e)),
        e);
  }

  /** A new connection for each request, with READ COMMITTED; the caller closes it. */
  public DataSource dataSource() {
    return connections;
  }

  /** Where it is, without user and password. */
  public String name() {
    return name;
  }

  @Override
  public void close() {
    try {
      first.close();
    } catch (SQLException e) {
      // Nothing was done with it, so nothing is lost.
    }
  }
}
