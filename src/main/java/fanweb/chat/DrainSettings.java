package fanweb.chat;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import java.time.Duration;

/**
 * The settings of how a node empties.
 *
 * @param window {@code fanweb.chat.drain-seconds}: over how long those who are connected are sent
 *     away before the node stops; zero: all at once
 */
public record DrainSettings(Duration window) {
  private static final int LONGEST_SECONDS = 600;

  /**
   * Reads it.
   *
   * @throws InvalidSettingException when it is wrong
   */
  public static DrainSettings read(SettingsReader settings) {
    return new DrainSettings(
        Duration.ofSeconds(settings.integer("fanweb.chat.drain-seconds", 0, LONGEST_SECONDS)));
  }
}
