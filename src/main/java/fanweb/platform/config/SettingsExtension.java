package fanweb.platform.config;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.launch.FailedStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;

/**
 * Reads all settings before anything else of the deployment starts, ends it with one line when one
 * is wrong, and warns of each that is weak. Called once by the container, on the thread that
 * deploys.
 */
public final class SettingsExtension implements Extension {
  private static final System.Logger LOG = System.getLogger("fanweb.platform.config");

  void check(@Observes BeforeBeanDiscovery event) {
    SettingsReader settings = ConfigWiring.reader();
    try {
      StartCheck.run(settings)
          .forEach(weakness -> LOG.log(Level.WARNING, "event=weak_setting " + weakness));
    } catch (InvalidSettingException e) {
      FailedStart.report(LOG, e, FailedStart.WRONG_SETTING);
      throw new DefinitionException(FailedStart.line(e));
    }
  }
}
