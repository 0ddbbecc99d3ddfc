package fanweb.channel;

/**
 * How a body travels between nodes. Nodes of two releases read each other's: what is unknown is
 * ignored, what is missing has a default. Any thread.
 *
 * @param <B> the body
 */
public interface Encoding<B> {
  /** A body's bytes. */
  byte[] encode(B body);

  /**
   * A body from its bytes.
   *
   * @throws IllegalArgumentException when they are not one, or of a kind that is not known here
   */
  B decode(byte[] bytes);

  /**
   * The offset up to which nothing must be remembered any more once a body is sent, because
   * something was deleted; one that is too high means all that was sent before it; 0: nothing.
   */
  default long erases(B body) {
    return 0;
  }
}
