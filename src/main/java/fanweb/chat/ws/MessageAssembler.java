package fanweb.chat.ws;

import org.jspecify.annotations.Nullable;

/**
 * Puts a message together from its parts and counts its size as UTF-8 across them: the containers'
 * own limits are not reliable. One thread at a time.
 */
final class MessageAssembler {
  private final int maxBytes;

  /** The parts before the last; none between messages, so that idle connections keep no buffer. */
  private @Nullable StringBuilder parts;

  private String whole = "";
  private long bytes;

  MessageAssembler(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Adds a part. After {@code TOO_LONG} every further part is too long as well and nothing more is
   * kept.
   */
  State add(String part, boolean last) {
    bytes += utf8Length(part);
    if (bytes > maxBytes) {
      parts = null;
      return State.TOO_LONG;
    }
    if (!last) {
      parts = (parts == null ? new StringBuilder() : parts).append(part);
      return State.INCOMPLETE;
    }
    whole = parts == null ? part : parts.append(part).toString();
    parts = null;
    return State.COMPLETE;
  }

  /** The complete message; begins a new one. */
  String take() {
    String message = whole;
    whole = "";
    bytes = 0;
    return message;
  }

  private static long utf8Length(String part) {
    long length = part.length();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        length += 2;
      } else if (c >= 0x80) {
        // Each half of a surrogate pair counts two of the pair's four bytes.
        length += 1;
      }
    }
    return length;
  }

  /** Where a message stands. */
  enum State {
    INCOMPLETE,
    COMPLETE,
    TOO_LONG
  }
}
