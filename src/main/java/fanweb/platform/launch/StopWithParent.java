package fanweb.platform.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;

/**
 * Stops the server when the process that started it is gone. Maven leaves its server behind when it
 * is terminated; the build sets the system property {@code fanweb.stop-with-parent} for {@code
 * wildfly:run}, nobody else does.
 */
@Singleton
public final class StopWithParent {
  private static final Logger LOG = System.getLogger(StopWithParent.class.getName());

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    if (Boolean.getBoolean("fanweb.stop-with-parent")) {
      ProcessHandle.current().parent().ifPresent(StopWithParent::follow);
    }
  }

  private static void follow(ProcessHandle parent) {
    Future<?> unused =
        parent
            .onExit()
            .thenRun(
                () -> {
                  LOG.log(Level.INFO, "the process that started the server is gone: stopping");
                  System.exit(0);
                });
  }
}
