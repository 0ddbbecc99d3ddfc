package fanweb.chat;

import java.util.List;

/**
 * A stretch of a group's stream that leaves in one go, in the words of one dialect. Made once and
 * shared by all connections that stand at the same place.
 *
 * @param after the offset before the first event
 * @param last the offset of the last event
 * @param frames the text frames; perhaps none, when the dialect has no words for these events;
 *     never changed
 */
record Burst(long after, long last, List<String> frames) {
  /**
   * Most frames of a dialect that sends each event in a frame of its own; keeps a fast reader from
   * holding up the others of its group.
   */
  static final int MAX_FRAMES = 32;

  /** Most events of a dialect that sends them in one frame. */
  static final int MAX_LINES = 512;

  /**
   * Most characters, but for a single event that is longer: what a reader that stops can keep in
   * memory.
   */
  static final int MAX_CHARS = 64 << 10;

  /** Nothing. */
  static final Burst NONE = new Burst(-1, -1, List.of());
}
