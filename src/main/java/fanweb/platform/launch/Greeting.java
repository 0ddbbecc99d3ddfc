package fanweb.platform.launch;

import fanweb.platform.DatabaseSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Tells whoever started the server where it is, once it really answers there. Silent on servers
 * that do not tell their address in WildFly's system properties.
 */
@Singleton
public final class Greeting {
  private static final Logger LOG = System.getLogger("fanweb");
  private static final int PATIENCE_MILLIS = 250;
  private static final int TRIES = 240;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource database;

  private final FirstLinks links;

  /** Made by CDI; the container then sets the resources. */
  @Inject
  @SuppressWarnings("NullAway.Init") // because the container sets them
  Greeting(FirstLinks links) {
    this.links = links;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) ServletContext site) {
    if (System.getProperty("jboss.home.dir") != null) {
      greetOnceReachable(address().resolve(site.getContextPath() + "/"), TRIES);
    } else {
      links.make().forEach(link -> LOG.log(Level.WARNING, "{0}", link.line()));
    }
  }

  /** The deployment can be reached only some time after it was told to start. */
  private void greetOnceReachable(URI home, int triesLeft) {
    if (answers(home)) {
      LOG.log(Level.INFO, "{0}", text(home));
    } else if (triesLeft > 0) {
      Future<?> unused =
          scheduler.schedule(
              () -> greetOnceReachable(home, triesLeft - 1),
              PATIENCE_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private static boolean answers(URI home) {
    try {
      HttpURLConnection question =
          (HttpURLConnection) home.resolve("health/live").toURL().openConnection();
      question.setConnectTimeout(PATIENCE_MILLIS);
      question.setReadTimeout(PATIENCE_MILLIS);
      return question.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static URI address() {
    String host = System.getProperty("jboss.bind.address", "127.0.0.1");
    int port =
        Integer.getInteger("jboss.http.port", 8080)
            + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String shown = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + port);
  }

  private String text(URI home) {
    return """

        ──────────────────────────────────────────────────────────────
          Fan-Web is ready · 已就绪

          home  首页   %s
          chat  群聊   %s
          data  数据   %s
          stop  停止   Ctrl-C%s
        ──────────────────────────────────────────────────────────────"""
        .formatted(
            home, home.resolve("index/?group_id=123"), whereTheDataLie(), linesOfLinks(home));
  }

  /** Nothing, unless somebody must be let in for the first time, or again. */
  private String linesOfLinks(URI home) {
    return links.make().stream()
        .map(link -> "\n\n" + link.block(home).indent(2).stripTrailing())
        .collect(Collectors.joining());
  }

  private String whereTheDataLie() {
    try (Connection connection = database.getConnection()) {
      return DatabaseSettings.withoutSecrets(connection.getMetaData().getURL());
    } catch (SQLException e) {
      return "not reachable: " + e.getMessage();
    }
  }
}
