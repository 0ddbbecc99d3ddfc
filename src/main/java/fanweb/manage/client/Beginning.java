package fanweb.manage.client;

import fanweb.channel.StreamPosition;
import org.jspecify.annotations.Nullable;

/**
 * Where one begins to listen.
 *
 * @param offset of the last event that one does not want; null: the latest there is
 * @param epoch the stream it is from; null: the one that is there
 */
record Beginning(@Nullable Long offset, @Nullable String epoch) {
  /** With what happens from now on. */
  static final Beginning NOW = new Beginning(null, null);

  /** Behind an offset of the stream that is there. */
  static Beginning after(long offset) {
    return new Beginning(offset, null);
  }

  /** Behind a place in a stream. */
  static Beginning after(StreamPosition position) {
    return new Beginning(position.offset(), position.epoch());
  }

  /** The place, when it can be told without asking. */
  @Nullable StreamPosition position() {
    return offset == null || epoch == null ? null : new StreamPosition(epoch, offset);
  }
}
