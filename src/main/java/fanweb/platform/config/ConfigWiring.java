package fanweb.platform.config;

import fanweb.platform.ClientAddresses;
import fanweb.platform.PlatformSettings;
import fanweb.platform.SettingsReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes settings injectable. */
@Dependent
final class ConfigWiring {
  /** The settings of this deployment, as MicroProfile Config finds them. */
  static SettingsReader reader() {
    Config config = ConfigProvider.getConfig();
    return new SettingsReader(name -> Optional.ofNullable(config.getConfigValue(name).getValue()));
  }

  @Produces
  @Singleton
  SettingsReader settingsReader() {
    return reader();
  }

  @Produces
  @Singleton
  ClientAddresses clientAddresses(PlatformSettings settings) {
    return new ClientAddresses(settings.trustedProxies());
  }

  @Produces
  @Singleton
  PlatformSettings platformSettings(SettingsReader settings) {
    return PlatformSettings.read(settings);
  }
}
