package fanweb.channel;

import java.util.Objects;

/**
 * What was said in a group, and where in its stream.
 *
 * @param position its place; consecutive within an epoch
 * @param body the payload, as the members' protocol wants it
 */
public record Publication(StreamPosition position, String body) {
  /** Checks that nothing is missing. */
  public Publication {
    Objects.requireNonNull(position);
    Objects.requireNonNull(body);
  }
}
