package fanweb.channel.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which channels are wanted and which of them the line that hears is subscribed to. What changes in
 * between is sent together, so that groups that come and go cost no more than those that stay. Any
 * thread.
 */
final class Subscriptions {
  private final Map<String, Wanted> wanted = new HashMap<>();

  /** Whose state may not be the one that is wanted. */
  private final Set<String> touched = new LinkedHashSet<>();

  private final Set<String> subscribed = new HashSet<>();

  /** How many confirmations are still to come for a channel. */
  private final Map<String, Integer> unconfirmed = new HashMap<>();

  private boolean line;
  private long life;

  /**
   * Wants a channel.
   *
   * @param listener gets what comes on it
   * @return completes when the subscription is in force; at once while there is no line, on which
   *     nothing could be missed that it does not make up for
   */
  synchronized CompletableFuture<Void> add(String channel, Listener listener) {
    CompletableFuture<Void> inForce = new CompletableFuture<>();
    wanted.put(channel, new Wanted(listener, inForce));
    touched.add(channel);
    if (!line || (subscribed.contains(channel) && !unconfirmed.containsKey(channel))) {
      inForce.complete(null);
    }
    return inForce;
  }

  /** Wants a channel no more. */
  synchronized void remove(String channel) {
    wanted.remove(channel);
    touched.add(channel);
  }

  /** Who gets what comes on a channel; null: nobody any more. */
  synchronized @Nullable Listener listener(String channel) {
    Wanted one = wanted.get(channel);
    return one == null ? null : one.listener();
  }

  /** All who want something. */
  synchronized List<Listener> listeners() {
    return wanted.values().stream().map(Wanted::listener).toList();
  }

  /** Everything that is wanted, for a new line, which is to subscribe to it. */
  synchronized List<String> begin() {
    life++;
    line = true;
    touched.clear();
    subscribed.clear();
    unconfirmed.clear();
    List<String> all = List.copyOf(wanted.keySet());
    all.forEach(this::sent);
    return all;
  }

  /** Forgets the line; whoever waits for it waits no more. */
  synchronized void end() {
    line = false;
    wanted.values().forEach(one -> one.inForce().complete(null));
  }

  /** Which line is the latest. */
  synchronized long life() {
    return life;
  }

  /** What is to be sent on a line, which is noted as sent; nothing when there is a later one. */
  synchronized Changes changes(long of) {
    if (of != life) {
      return new Changes(List.of(), List.of());
    }
    List<String> subscribe = new ArrayList<>();
    List<String> unsubscribe = new ArrayList<>();
    for (String channel : touched) {
      if (wanted.containsKey(channel) && !subscribed.contains(channel)) {
        subscribe.add(channel);
      } else if (!wanted.containsKey(channel) && subscribed.remove(channel)) {
        unsubscribe.add(channel);
      }
    }
    touched.clear();
    subscribe.forEach(this::sent);
    return new Changes(subscribe, unsubscribe);
  }

  private void sent(String channel) {
    subscribed.add(channel);
    unconfirmed.merge(channel, 1, Integer::sum);
  }

  /** Notes that Redis has confirmed a subscription. */
  synchronized void confirmed(String channel) {
    Integer left = unconfirmed.computeIfPresent(channel, (name, n) -> n == 1 ? null : n - 1);
    Wanted one = wanted.get(channel);
    if (left == null && one != null && subscribed.contains(channel)) {
      one.inForce().complete(null);
    }
  }

  /** How many channels are wanted. */
  synchronized int size() {
    return wanted.size();
  }

  /** Gets what comes on a channel, on the thread that hears; must be quick. */
  interface Listener {
    void received(byte[] payload);

    /** Something may have been missed. */
    void mayHaveMissed();
  }

  /** What a line has to be told. */
  record Changes(List<String> subscribe, List<String> unsubscribe) {}

  private record Wanted(Listener listener, CompletableFuture<Void> inForce) {}
}
