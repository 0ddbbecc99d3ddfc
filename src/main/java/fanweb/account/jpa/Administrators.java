package fanweb.account.jpa;

import fanweb.account.Permissions;
import fanweb.account.Role;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.function.Supplier;

/**
 * Those who may do everything, of whom one must stay. Called within a transaction, before it reads
 * anything.
 *
 * @param entities the transaction's
 */
record Administrators(EntityManager entities) {
  /**
   * Makes a change after which there may be fewer of them. Such changes happen one after the other:
   * of two at once, each of which would leave the other's administrator, the second sees what the
   * first has done. The row that they wait for is locked before all else: under REPEATABLE READ,
   * which stock servers have, it is the first plain read that settles what a transaction sees.
   *
   * @throws RefusedException when nobody is left
   */
  <T> T keepOne(Supplier<T> change) {
    entities
        .createQuery("select r from RoleEntity r where r.code = :code", RoleEntity.class)
        .setParameter("code", Role.ADMINISTRATOR)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
    boolean had = count() > 0;
    T result = change.get();
    entities.flush();
    if (had && count() == 0) {
      throw new RefusedException(
          Reason.CONFLICT,
          "Nobody would be left who may do everything; make somebody else an administrator first");
    }
    return result;
  }

  private long count() {
    return entities
        .createQuery(
            "select count(distinct u.id) from UserEntity u join u.roles r join r.permissions p"
                + " where u.active and u.login is not null and p = :everything",
            Long.class)
        .setParameter("everything", Permissions.EVERYTHING)
        .getSingleResult();
  }
}
