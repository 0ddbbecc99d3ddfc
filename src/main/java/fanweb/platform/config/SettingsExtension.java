package fanweb.platform.config;

import fanweb.platform.Feature;
import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;

/**
 * Reads all settings before anything else of the deployment starts, and ends it with one line when
 * one is wrong. Called once by the container, on the thread that deploys.
 */
public final class SettingsExtension implements Extension {
  private static final System.Logger LOG = System.getLogger("fanweb.platform.config");

  void check(@Observes BeforeBeanDiscovery event) {
    SettingsReader settings = ConfigWiring.reader();
    try {
      Feature.installed().forEach(feature -> feature.checkSettings(settings));
    } catch (InvalidSettingException e) {
      String line = SettingsCheck.refusal(e);
      LOG.log(Level.ERROR, line);
      if (Boolean.getBoolean("fanweb.stop-with-parent")) {
        // Started by Maven for this WAR alone: nothing is open yet, and a server without it would
        // only keep Maven waiting.
        Runtime.getRuntime().halt(SettingsCheck.WRONG);
      }
      throw new DefinitionException(line);
    }
  }
}
