package fanweb.channel;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Carries publications to every subscriber of a group, on this node and on the others: Django's
 * channel layer with offsets.
 *
 * <p><b>Guarantee: at most once.</b> A layer in trouble may drop a publication and must not block
 * its sender; it never makes one up. A layer in health delivers each publication once to every
 * subscriber whose {@link #groupAdd} had returned before it was sent, and those of one sender in
 * the order it sent them. Whoever needs more reads the offsets: a gap in them is a drop, a repeated
 * one is a repetition, and those of two nodes may arrive swapped.
 *
 * <p>A group's publications are numbered by whoever knows their order: by a journal, which sends
 * them with their position, or, where nothing is stored, by the layer itself. Nobody mixes the two
 * in one group. No position is ever given twice: a layer that lost its count begins a new epoch.
 *
 * <p>All methods may be called from any thread. Every back end passes {@code
 * ChannelLayerConformance}.
 *
 * @param <B> what is carried; never changed after it was sent
 */
public interface ChannelLayer<B> {
  /**
   * Lets a subscriber receive what is sent to a group from now on. When it returns, the
   * subscription is in force, or the layer is in trouble and will say {@link
   * Subscriber#mayHaveMissed} when it no longer is; it may wait a second for a server until then.
   * Adding the same subscriber twice is adding it once.
   */
  void groupAdd(GroupName group, Subscriber<B> subscriber);

  /**
   * Ends a subscription; nothing that is sent after it returned is received. A group without
   * subscribers costs nothing on this node. Unknown subscribers are ignored. Does not block.
   */
  void groupDiscard(GroupName group, Subscriber<B> subscriber);

  /**
   * Sends a body to all subscribers of a group, its sender included, and gives it the next
   * position. Does not block.
   *
   * @param once names this very body among all in the group: when a layer could not tell whether it
   *     was sent, and is asked to send it again within two minutes, on whichever node, it answers
   *     with the first position; null: it is sent whatever was sent before
   * @return completes with that position, here or on a thread of the layer's; fails with a {@link
   *     ChannelException} when the layer cannot tell whether the body was sent
   */
  CompletionStage<StreamPosition> groupSend(GroupName group, B body, @Nullable String once);

  /**
   * Sends what is numbered already to all subscribers of a group, its sender included. Does not
   * block.
   */
  void groupSend(GroupName group, Publication<B> publication);

  /**
   * What the layer itself numbered in a group, as far as it remembers. Does not block.
   *
   * @return fails with a {@link ChannelException} when the layer does not know
   */
  CompletionStage<Recent<B>> groupRecent(GroupName group);

  /**
   * The latest of what a layer numbered.
   *
   * @param head the position of the last
   * @param latest the last ones up to the head, without a gap; may be none
   * @param <B> what is carried
   */
  record Recent<B>(StreamPosition head, List<Publication<B>> latest) {
    /** Takes them over. */
    public Recent {
      latest = List.copyOf(latest);
    }
  }

  /**
   * Where a node takes in what is sent to a group.
   *
   * @param <B> what is carried
   */
  @FunctionalInterface
  interface Subscriber<B> {
    /**
     * Takes in one publication. Called by one thread at a time for a group. Must return soon: no
     * input or output, no lock that is held across any.
     */
    void receive(Publication<B> publication);

    /** Hears that something may have been dropped lately. Like {@link #receive}. */
    default void mayHaveMissed() {}
  }
}
