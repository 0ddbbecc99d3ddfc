package fanweb.platform;

import java.io.Serial;

/**
 * A setting that cannot be used. Its message is one line: the setting, its value and what is
 * allowed.
 */
public final class InvalidSettingException extends RuntimeException {
  private static final int LONGEST_SHOWN = 80;

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes the line. A value that is a password or token, or may have one in it, is left out.
   *
   * @param name the setting, as in {@code fanweb.mode}
   * @param value what was found
   * @param allowed what would be right, as in {@code must be dev or production}
   */
  public InvalidSettingException(String name, String value, String allowed) {
    super(name + " = " + shown(name, value) + ": " + allowed);
  }

  /** Refuses a value that is too weak, without showing it. */
  public InvalidSettingException(Weakness weakness) {
    super(weakness.toString());
  }

  private static String shown(String name, String value) {
    if (SettingsReader.isSecret(name)) {
      return "(not shown)";
    }
    String line = value.replaceAll("\\p{Cntrl}", "?");
    return '"'
        + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line)
        + '"';
  }
}
