package fanweb.account.jpa;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A field of which no two entities have the same value.
 *
 * @param entities the transaction's
 * @param type of the entities
 * @param field the only one of its kind
 */
record Uniqueness(EntityManager entities, Class<?> type, String field) {
  /**
   * Looks before anything is written: the database's own refusal makes a loud log.
   *
   * @param own the id of the one that may have the value; 0 for nobody
   * @throws RefusedException when another has it
   */
  void demandFree(String value, long own) {
    long others =
        entities
            .createQuery(
                "select count(e) from "
                    + type.getSimpleName()
                    + " e where e."
                    + field
                    + " = :value and e.id <> :own",
                Long.class)
            .setParameter("value", value)
            .setParameter("own", own)
            .getSingleResult();
    if (others > 0) {
      throw taken();
    }
  }

  /**
   * Writes; when two come at once the database has the last word.
   *
   * @throws RefusedException when another was faster
   */
  void write(Runnable write) {
    try {
      write.run();
    } catch (PersistenceException e) {
      if (e instanceof ConstraintViolationException
          || e.getCause() instanceof ConstraintViolationException) {
        throw taken();
      }
      throw e;
    }
  }

  private RefusedException taken() {
    return new RefusedException(
        Reason.CONFLICT,
        "There is another with this " + field,
        List.of(Fault.inBody("/" + field, "is taken")));
  }
}
