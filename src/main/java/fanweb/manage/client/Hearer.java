package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import jakarta.json.JsonObject;
import java.time.Duration;

/** Is told what happens in a conversation, on its thread. May take its time: the server waits. */
interface Hearer {
  /** There is a line: the handshake was answered with 101. */
  default void connected() {}

  /**
   * One is in the group.
   *
   * @param again whether one was there before, and comes back after a lost line
   */
  default void entered(Welcome welcome, boolean again) {}

  /**
   * What came after a place cannot be told over this line. It goes on where the welcome says.
   *
   * @param after the last that was told
   */
  default void missed(StreamPosition after, Welcome welcome) {}

  /** An event of the group; each once, in their order, without a gap but those told of. */
  default void happened(JsonObject event) {}

  /** Who is here, or who is writing. */
  default void passed(JsonObject news) {}

  /**
   * What one said is stored.
   *
   * @param repeated whether it was before, under the same key
   */
  default void stored(Letter letter, boolean repeated) {}

  /** What one said will not be stored. */
  default void refused(Letter letter, Refusal why) {}

  /** What one said is not stored yet, and is said again later. */
  default void delayed(Letter letter, Refusal why) {}

  /** The line is gone; another one is tried after so long. */
  default void away(LineEnd why, Duration wait) {}
}
