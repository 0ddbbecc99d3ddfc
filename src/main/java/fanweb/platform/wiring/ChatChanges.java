package fanweb.platform.wiring;

import fanweb.account.AccountChange;
import fanweb.account.ChangeListener;
import fanweb.chat.ChatConsumer;
import fanweb.chat.Departures;
import fanweb.chat.JournalException;
import fanweb.chat.Node;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Tells the chat of this node what changes about accounts. */
@Singleton
final class ChatChanges implements ChangeListener {
  private static final Logger LOG = System.getLogger(ChatChanges.class.getName());
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final ChatConsumer consumer;
  private final Departures departures;
  private final Node node;

  @Inject
  ChatChanges(ChatConsumer consumer, Departures departures, Node node) {
    this.consumer = consumer;
    this.departures = departures;
    this.node = node;
  }

  @Override
  public void changed(AccountChange change) {
    if (change instanceof AccountChange.AuthorGone gone) {
      node.blocking().execute(() -> leave(gone.author()));
    } else {
      consumer.changed(change);
    }
  }

  /** Until it is done: nobody tells it again. */
  private void leave(String author) {
    try {
      departures.leaveAll(author);
    } catch (JournalException e) {
      LOG.log(Level.WARNING, "event=ranks_not_ended author=" + author, e);
      ScheduledFuture<?> unused =
          node.blocking().schedule(() -> leave(author), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
