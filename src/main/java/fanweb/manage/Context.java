package fanweb.manage;

import fanweb.platform.SettingsReader;
import fanweb.platform.config.ProcessSettings;

/**
 * What every command is made with.
 *
 * @param console where it reads and writes
 * @param words its texts
 * @param settings those of the server, as this process sees them
 */
public record Context(Console console, Words words, ProcessSettings settings) {
  /** The settings as typed values. */
  public SettingsReader reader() {
    return settings.reader();
  }

  /** Writes a line for people on standard error. */
  public void say(String key, Object... arguments) {
    console.tell(words.of(key, arguments));
  }

  /** What ends the command with a line of these words. */
  public Failure failure(int exitCode, String key, Object... arguments) {
    return new Failure(exitCode, words.of(key, arguments));
  }
}
