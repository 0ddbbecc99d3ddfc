package fanweb.platform.wiring;

import fanweb.account.AccountChange;
import fanweb.account.ChangeListener;
import fanweb.account.ChangeLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells this node alone, as soon as a change is committed. */
@Singleton
final class LocalChangeLog implements ChangeLog {
  private final Instance<ChangeListener> listeners;

  @Resource private @Nullable ManagedExecutorService executor;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private @Nullable TransactionSynchronizationRegistry transactions;

  @Inject
  LocalChangeLog(Instance<ChangeListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void note(AccountChange change) {
    Objects.requireNonNull(transactions)
        .registerInterposedSynchronization(
            new Synchronization() {
              @Override
              public void beforeCompletion() {}

              @Override
              public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                  tell(change);
                }
              }
            });
  }

  private void tell(AccountChange change) {
    Objects.requireNonNull(executor)
        .execute(() -> listeners.forEach(listener -> listener.changed(change)));
  }
}
