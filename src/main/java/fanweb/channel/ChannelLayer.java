package fanweb.channel;

/**
 * Carries publications to every subscriber of a group, on this node and on the others: Django's
 * channel layer with offsets.
 *
 * <p><b>Guarantee: at most once.</b> A layer in trouble may drop a publication and must not block
 * its sender; it never makes one up. A layer in health delivers each publication once, in the order
 * it was sent in, to every subscriber whose {@link #groupAdd} had returned before it was sent.
 * Whoever needs more reads the offsets: a gap in them is a drop, a repeated one is a repetition.
 *
 * <p>A group's publications are numbered by whoever knows their order: by a journal, which sends
 * them with their position, or, where nothing is stored, by the layer itself. Nobody mixes the two
 * in one group.
 *
 * <p>All methods may be called from any thread. Every back end passes {@code
 * ChannelLayerConformance}.
 *
 * @param <B> what is carried; never changed after it was sent
 */
public interface ChannelLayer<B> {
  /**
   * Lets a subscriber receive what is sent to a group from now on. When it returns, the
   * subscription is in force; it may wait for a server until then. Adding the same subscriber twice
   * is adding it once.
   *
   * @return the position of what the layer itself numbered last in this group
   */
  StreamPosition groupAdd(GroupName group, Subscriber<B> subscriber);

  /**
   * Ends a subscription; nothing that is sent after it returned is received. A group without
   * subscribers costs nothing. Unknown subscribers are ignored.
   */
  void groupDiscard(GroupName group, Subscriber<B> subscriber);

  /**
   * Sends a body to all subscribers of a group, its sender included, and gives it the next
   * position.
   *
   * @return that position
   */
  StreamPosition groupSend(GroupName group, B body);

  /** Sends what is numbered already to all subscribers of a group, its sender included. */
  void groupSend(GroupName group, Publication<B> publication);

  /**
   * Where a node takes in what is sent to a group.
   *
   * @param <B> what is carried
   */
  interface Subscriber<B> {
    /**
     * Takes in one publication. Called by one thread at a time for a group. Must return soon: no
     * input or output, no lock that is held across any.
     */
    void receive(Publication<B> publication);
  }
}
