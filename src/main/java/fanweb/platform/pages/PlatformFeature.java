package fanweb.platform.pages;

import fanweb.platform.DatabaseSettings;
import fanweb.platform.Feature;
import fanweb.platform.PlatformSettings;
import fanweb.platform.SettingsReader;

/**
 * The platform as a feature of its own: its settings, its views and texts. Registered last, so any
 * other wins.
 */
public final class PlatformFeature implements Feature {
  @Override
  public String name() {
    return "platform";
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    PlatformSettings.read(settings);
    DatabaseSettings.read(settings);
  }
}
