package fanweb.manage.people;

import fanweb.account.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.util.function.Supplier;

/** Transactions of an entity manager and of whoever shares its connection. One thread. */
final class EntityTransactions implements Transactions {
  private final EntityManager entities;

  EntityTransactions(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    EntityTransaction transaction = entities.getTransaction();
    if (transaction.isActive()) {
      return work.get();
    }
    transaction.begin();
    try {
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    }
  }
}
