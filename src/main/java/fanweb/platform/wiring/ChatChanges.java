package fanweb.platform.wiring;

import fanweb.account.AccountChange;
import fanweb.account.ChangeListener;
import fanweb.chat.ChatConsumer;
import fanweb.chat.Departures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the chat of this node what changes about accounts. */
@Singleton
final class ChatChanges implements ChangeListener {
  private final ChatConsumer consumer;
  private final Departures departures;
  private final Set<String> gone = ConcurrentHashMap.newKeySet();

  @Inject
  ChatChanges(ChatConsumer consumer, Departures departures) {
    this.consumer = consumer;
    this.departures = departures;
  }

  @Override
  public void changed(AccountChange change) {
    if (change instanceof AccountChange.AuthorGone author) {
      gone.add(author.author());
    } else {
      consumer.changed(change);
    }
  }

  /**
   * Takes those who are gone out of their groups. Blocks: one after the other, for however many
   * there are, others have to store something too. Called again and again, by one thread at a time;
   * whoever could not be taken out stays due.
   */
  void depart() {
    for (String author : List.copyOf(gone)) {
      departures.leaveAll(author);
      gone.remove(author);
    }
  }
}
