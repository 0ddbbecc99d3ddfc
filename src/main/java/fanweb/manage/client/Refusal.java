package fanweb.manage.client;

import jakarta.json.JsonObject;

/**
 * The server's no.
 *
 * @param code for programs, see {@code Errors} in the protocol's document
 * @param message in English
 * @param temporary whether the same may do later
 */
record Refusal(String code, String message, boolean temporary) {
  /** Reads one. */
  static Refusal of(JsonObject error) {
    return new Refusal(
        Frames.text(error, "code"),
        Frames.text(error, "message"),
        error.getBoolean("temporary", false));
  }

  /** One that needs no server. */
  static Refusal tooLong() {
    return new Refusal("too_long", "the text is longer than a message may be", false);
  }

  /** Another that needs no server. */
  static Refusal unreadable() {
    return new Refusal("unreadable", "the line is not in the character set of the terminal", false);
  }

  /** Whether one has to slow down. */
  boolean isHaste() {
    return code.equals("too_fast");
  }
}
