package fanweb.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fanweb.chat.ChatSettings;
import fanweb.platform.PlatformSettings;
import fanweb.platform.ReadinessCheck;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What can be seen from inside only. JUnit's own assertions: they come along by themselves. */
@ArquillianTest
@Execution(ExecutionMode.SAME_THREAD)
class InsideTheServerIT {
  @Inject private PlatformSettings platform;
  @Inject private ChatSettings chat;
  @Inject @Any private Instance<ReadinessCheck> checks;

  @Deployment
  static WebArchive war() {
    return Wars.packaged();
  }

  @Test
  void settings_have_their_documented_defaults() {
    assertEquals("/static/", platform.staticUrl().toString());
    assertTrue(platform.isDev());
    assertEquals(20, chat.ratePerSecond());
    assertEquals(60, chat.rateBurst());
    assertEquals(65_536, chat.maxMessageBytes());
    assertTrue(chat.allowMissingOrigin());
    assertTrue(chat.allowedOrigins().isEmpty());
  }

  @Test
  void a_system_property_overrides_a_default() {
    assertTrue(platform.data().endsWith("it-data"));
  }

  @Test
  void features_add_their_readiness_checks_as_beans() {
    assertTrue(checks.stream().anyMatch(check -> check.name().equals("database")));
  }
}
