package fanweb.channel;

import java.util.Objects;

/**
 * A place in a group's stream.
 *
 * @param epoch which life of the stream the offset counts in; offsets of two epochs cannot be
 *     compared
 * @param offset 0 before the first publication of the epoch, then 1, 2, 3 …
 */
public record StreamPosition(String epoch, long offset) {
  /** Checks that the offset is not negative. */
  public StreamPosition {
    Objects.requireNonNull(epoch);
    if (offset < 0) {
      throw new IllegalArgumentException("negative offset: " + offset);
    }
  }

  /** The place one publication further on. */
  public StreamPosition next() {
    return new StreamPosition(epoch, offset + 1);
  }
}
