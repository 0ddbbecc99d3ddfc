package fanweb.platform.pages;

import fanweb.platform.DatabaseSettings;
import fanweb.platform.Feature;
import fanweb.platform.PlatformSettings;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The platform as a feature of its own: its settings, its views and texts. Registered last, so any
 * other wins.
 */
public final class PlatformFeature implements Feature {
  /** The server's default for the one that is not set, and the same set by hand. */
  private static final Set<String> KNOWN_PASSWORDS = Set.of("", "fan-web");

  @Override
  public String name() {
    return "platform";
  }

  @Override
  public void checkSettings(SettingsReader settings) {
    PlatformSettings.read(settings);
    DatabaseSettings.read(settings);
  }

  @Override
  public List<Weakness> weaknesses(SettingsReader settings) {
    return Stream.of(
            PlatformSettings.read(settings).weaknesses(),
            DatabaseSettings.read(settings)
                .weaknesses(KNOWN_PASSWORDS.contains(settings.verbatim("fanweb.db.password"))))
        .flatMap(List::stream)
        .toList();
  }
}
