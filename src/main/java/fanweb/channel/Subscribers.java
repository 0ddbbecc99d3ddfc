package fanweb.channel;

import fanweb.channel.ChannelLayer.Subscriber;
import java.util.ArrayList;
import java.util.List;

/**
 * The subscribers of one group on this node, for back ends. Its lock makes the order in which they
 * receive. Any thread.
 *
 * @param <B> what is carried
 */
public final class Subscribers<B> {
  private final List<Subscriber<B>> all = new ArrayList<>(1);

  /** Adds one, unless it is here. */
  public synchronized void add(Subscriber<B> subscriber) {
    if (!all.contains(subscriber)) {
      all.add(subscriber);
    }
  }

  /** Removes one; answers whether nobody is left. */
  public synchronized boolean remove(Subscriber<B> subscriber) {
    all.remove(subscriber);
    return all.isEmpty();
  }

  /** Hands a publication to each. */
  public synchronized void receive(Publication<B> publication) {
    for (Subscriber<B> subscriber : all) {
      subscriber.receive(publication);
    }
  }

  /** Tells each that something may have been dropped. */
  public synchronized void mayHaveMissed() {
    for (Subscriber<B> subscriber : all) {
      subscriber.mayHaveMissed();
    }
  }
}
