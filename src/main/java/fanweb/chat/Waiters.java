package fanweb.chat;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who wait on this node for what comes next in a group without being connected to it, as long
 * polls do. A waiter keeps its group open and holds no thread. Bounded. Any thread.
 */
final class Waiters {
  /** Most that wait on a node. */
  static final int MAX = 10_000;

  private final ChatRooms rooms;
  private final Lingering lingering;
  private final ChatMeters meters;
  private final AtomicInteger count = new AtomicInteger();

  Waiters(ChatRooms rooms, Lingering lingering, ChatMeters meters) {
    this.rooms = rooms;
    this.lingering = lingering;
    this.meters = meters;
  }

  /** See {@link ChatService#awaitNews}. */
  Optional<Waiter> add(GroupName group, StreamPosition seen, Runnable news) {
    if (count.incrementAndGet() > MAX) {
      count.decrementAndGet();
      return Optional.empty();
    }
    meters.waits(1);
    ChatRoom room = rooms.hold(group);
    Waiter waiter = new Waiter(room, seen, news, this::remove);
    CompletableFuture<?> unused =
        room.opened()
            .whenComplete(
                (open, failure) -> {
                  if (failure == null) {
                    admit(waiter);
                  } else {
                    waiter.wake();
                  }
                });
    return Optional.of(waiter);
  }

  /** It is added first and looked at then: what comes in between wakes it. */
  private static void admit(Waiter waiter) {
    waiter.room().waiting().add(waiter);
    waiter.wakeIfDue();
    if (waiter.isOver()) {
      waiter.room().waiting().remove(waiter);
    }
  }

  private void remove(Waiter waiter) {
    waiter.room().waiting().remove(waiter);
    lingering.release(waiter.room());
    meters.waits(-1);
    count.decrementAndGet();
  }
}
