package fanweb.chat.protocol;

/** What every text that is passed on must be. */
final class Unicode {
  private Unicode() {}

  /**
   * Whether a text has no surrogate without its other half. JSON can write one, UTF-8 cannot, and
   * whoever received it would have to end the connection (RFC 6455, section 8.1).
   */
  static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
