package fanweb.chat;

import java.util.List;

/**
 * A stretch of a group's log that leaves in one go. Read once and shared by all connections that
 * stand at the same place.
 *
 * @param after the place before the first frame
 * @param frames one text frame each; never changed
 */
record Burst(long after, List<String> frames) {
  /** Most frames; keeps a fast reader from holding up the others of its group. */
  static final int MAX_FRAMES = 32;

  /**
   * Most characters, but for a single frame that is longer: what a reader that stops can keep in
   * memory.
   */
  static final int MAX_CHARS = 64 << 10;

  /** The place of the last frame. */
  long last() {
    return after + frames.size();
  }
}
