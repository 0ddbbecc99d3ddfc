package fanweb.platform.launch;

import fanweb.chat.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;

/**
 * Empties this node before it stops. A deployment hears of that too late, when its pages are gone
 * already; WildFly tells by JMX, when it was asked to end or to suspend, and waits until we have
 * heard it: until then pages and {@code /health/ready} answer, the latter with 503. Elsewhere, and
 * when the WAR alone is taken away, the node is emptied while it is being undeployed.
 */
@Singleton
public final class Stopping implements NotificationListener {
  private static final Logger LOG = System.getLogger("fanweb");
  private static final String WILDFLY = "jboss.root:type=state";
  private static final String STATE = "RunningState";

  private final Drain drain;

  @Inject
  Stopping(Drain drain) {
    this.drain = drain;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName server = new ObjectName(WILDFLY);
      if (beans.isRegistered(server)) {
        beans.addNotificationListener(server, this, null, null);
      }
    } catch (JMException e) {
      LOG.log(Level.WARNING, "event=stop_not_watched", e);
    }
  }

  /** Called by the thread that suspends the server, which goes on when this returns. */
  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification instanceof AttributeChangeNotification change
        && change.getAttributeName().equals(STATE)) {
      switch (change.getNewValue().toString().toLowerCase(Locale.ROOT)) {
        case "pre_suspend", "suspending", "stopping" -> empty();
        case "normal" -> drain.cancel();
        default -> {
          // Nothing ends.
        }
      }
    }
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName server = new ObjectName(WILDFLY);
      if (beans.isRegistered(server)) {
        beans.removeNotificationListener(server, this);
      }
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "event=stop_not_watched", e);
    }
    empty();
  }

  private void empty() {
    try {
      drain.begin().get(drain.longest().plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "event=not_drained", e);
    }
  }
}
