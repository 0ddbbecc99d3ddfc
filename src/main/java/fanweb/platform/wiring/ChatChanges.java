package fanweb.platform.wiring;

import fanweb.account.AccountChange;
import fanweb.account.ChangeListener;
import fanweb.chat.ChatConsumer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells the chat of this node what changes about accounts. */
@Singleton
final class ChatChanges implements ChangeListener {
  private final ChatConsumer consumer;

  @Inject
  ChatChanges(ChatConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void changed(AccountChange change) {
    consumer.changed(change);
  }
}
