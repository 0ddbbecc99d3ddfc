package fanweb.channel;

import java.util.Objects;

/**
 * What was said in a group, and where in its stream.
 *
 * @param position its place; consecutive within an epoch
 * @param body what was said
 * @param <B> what is carried
 */
public record Publication<B>(StreamPosition position, B body) {
  /** Checks that nothing is missing. */
  public Publication {
    Objects.requireNonNull(position);
    Objects.requireNonNull(body);
  }
}
