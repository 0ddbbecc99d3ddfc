package fanweb.chat;

import fanweb.channel.StreamPosition;

/** What became of a draft. */
public sealed interface Outcome {
  /**
   * It is stored.
   *
   * @param position where
   * @param repeated whether it had been stored before, under the same key; then it is not published
   *     again
   */
  record Stored(StreamPosition position, boolean repeated) implements Outcome {}

  /**
   * It is not stored, or, for a temporary reason, not known to be.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Outcome {}
}
