package fanweb.channel;

/**
 * Carries publications to every subscriber of a group, on this node and on the others: Django's
 * channel layer with offsets.
 *
 * <p><b>Guarantee: at most once.</b> A layer in trouble may drop a publication and must not block
 * its sender; it never makes one up. A layer in health delivers each publication once, in the order
 * of its position, to every subscriber whose {@link #groupAdd} had returned before {@link
 * #groupSend} was called. Whoever needs more reads the offsets: a gap in them is a drop, a repeated
 * one is a repetition.
 *
 * <p>All methods may be called from any thread. Every back end passes {@code
 * ChannelLayerConformance}.
 */
public interface ChannelLayer {
  /**
   * Lets a subscriber receive what is sent to a group from now on. When it returns, the
   * subscription is in force. Adding the same subscriber twice is adding it once.
   */
  void groupAdd(GroupName group, Subscriber subscriber);

  /**
   * Ends a subscription; nothing that is sent after it returned is received. A group without
   * subscribers costs nothing. Unknown subscribers are ignored.
   */
  void groupDiscard(GroupName group, Subscriber subscriber);

  /**
   * Sends a body to all subscribers of a group, its sender included; the layer gives it the next
   * position.
   */
  void groupSend(GroupName group, String body);

  /** Where a node takes in what is sent to a group. */
  interface Subscriber {
    /**
     * Takes in one publication. Called by one thread at a time for a group, in the order of the
     * positions. Must return soon: no input or output, no lock that is held across any.
     */
    void receive(Publication publication);
  }
}
