package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes behind each proxy that we have a configuration for, both proxies at the same time: they
 * are one site, whichever node is killed or stopped.
 */
@ExtendWith({NeedsProxies.class, NeedsMariaDb.class})
@Order(4)
class ProxiesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern CONNECTIONS = Pattern.compile("(?m)^fanweb_connections (\\S+)$");

  /** What a client may write into X-Forwarded-For; nobody may believe it. */
  private static final String FORGED = "203.0.113.9";

  @TempDir private Path folder;
  private LaunchedServer one;
  private LaunchedServer two;
  private final List<ProxiedSite> sites = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // because JUnit calls start first
  ProxiesIT() {}

  @BeforeEach
  void start(MariaDb mariadb) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("FANWEB_HTTP_BEHIND_PROXY", "true");
    environment.put("FANWEB_CHAT_DRAIN_SECONDS", "20");
    environment.put("FANWEB_DB_DRIVER", "mariadb");
    environment.put("FANWEB_DB_URL", mariadb.url(mariadb.newDatabase()));
    environment.put("FANWEB_DB_USER", mariadb.user());
    environment.put("FANWEB_DB_PASSWORD", mariadb.password());
    one = LaunchedServer.start(Files.createDirectory(folder.resolve("one")), environment);
    two = LaunchedServer.start(Files.createDirectory(folder.resolve("two")), environment);
    one.awaitReady();
    two.awaitReady();
    Certificate certificate = Certificate.in(folder);
    for (ReverseProxy.Kind kind : ReverseProxy.Kind.values()) {
      List<Integer> nodes = List.of(one.port(), two.port());
      sites.add(
          new ProxiedSite(
              kind,
              ReverseProxy.start(kind, folder, certificate, nodes),
              certificate.trust(),
              FORGED));
    }
  }

  @AfterEach
  void stop() {
    sites.forEach(ProxiedSite::close);
    one.close();
    two.close();
  }

  @Test
  void two_nodes_are_one_site_whichever_of_them_is_killed_or_stopped() throws Exception {
    for (ProxiedSite site : sites) {
      site.signUp();
      site.join();
      site.assertHidden("/metrics", "/metrics/", "//metrics", "/%6detrics", "/metrics;a=b");
    }
    assertThat(one.log() + two.log()).contains("event=session_began").doesNotContain(FORGED);
    assertThat(connections(one)).as("on both nodes").isPositive();
    assertThat(connections(two)).as("on both nodes").isPositive();
    one.kill();
    assertAllGoesOn();

    one = one.again().awaitReady();
    for (ProxiedSite site : sites) {
      site.awaitBothNodes(() -> connections(one));
    }
    askToStop(two);
    assertNewcomersAreLetIn(one);
    assertThat(two.get("/health/live").statusCode()).as("still there").isEqualTo(200);
    two.awaitEnd();
    assertAllGoesOn();
  }

  private void assertAllGoesOn() {
    for (ProxiedSite site : sites) {
      site.assertEverybodyComesBack();
      site.assertSignedIn();
    }
  }

  private static void askToStop(LaunchedServer node) {
    node.server().destroy();
    await().atMost(PATIENCE).until(() -> node.get("/health/ready").statusCode() == 503);
  }

  private void assertNewcomersAreLetIn(LaunchedServer node) throws Exception {
    long before = connections(node);
    for (ProxiedSite site : sites) {
      site.letIn();
    }
    assertThat(connections(node) - before).isGreaterThanOrEqualTo(newcomers());
  }

  private int newcomers() {
    return sites.size() * ProxiedSite.NEWCOMERS;
  }

  private static long connections(LaunchedServer node) throws Exception {
    Matcher found = CONNECTIONS.matcher(node.get("/metrics").body());
    assertThat(found.find()).isTrue();
    return (long) Double.parseDouble(found.group(1));
  }
}
