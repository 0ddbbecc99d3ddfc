package fanweb.platform.config;

import fanweb.platform.Feature;
import fanweb.platform.InvalidSettingException;
import fanweb.platform.PlatformSettings;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Whether a site may start with its settings. */
public final class StartCheck {
  /** Where WildFly listens; unknown on other servers. */
  private static final String BIND = "jboss.bind.address";

  private StartCheck() {}

  /**
   * Reads all settings of all features.
   *
   * @return what is weak, if strangers can reach the site: in production, and where the server says
   *     that it listens to more than this machine
   * @throws InvalidSettingException for the first that is wrong, and in production for the first
   *     that is too weak
   */
  public static List<Weakness> run(SettingsReader settings) {
    List<Feature> features = Feature.installed();
    features.forEach(feature -> feature.checkSettings(settings));
    boolean production = !PlatformSettings.read(settings).isDev();
    if (!production && !listensToOthers(settings.verbatim(BIND))) {
      return List.of();
    }
    List<Weakness> found =
        features.stream().flatMap(feature -> feature.weaknesses(settings).stream()).toList();
    if (production) {
      found.stream().filter(Weakness::fatal).findFirst().ifPresent(StartCheck::refuse);
    }
    return found;
  }

  private static void refuse(Weakness weakness) {
    throw new InvalidSettingException(weakness);
  }

  private static boolean listensToOthers(String address) {
    try {
      return !address.isEmpty() && !InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
