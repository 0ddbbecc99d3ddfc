package fanweb.account.jpa;

import fanweb.listing.Bulk;
import fanweb.listing.Listing;
import fanweb.listing.Records.Assignment;
import fanweb.listing.Rows;
import fanweb.listing.Selection;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is the same for every entity that has an id and a version. Called within a transaction.
 *
 * @param entities the transaction's
 * @param type of the entity
 * @param <E> the entity
 */
record EntityTable<E>(EntityManager entities, Class<E> type) {
  Rows<E> list(Listing listing) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<E> query = builder.createQuery(type);
    Root<E> row = query.from(type);
    Conditions conditions = new Conditions(builder, row);
    query.where(conditions.of(listing.selection())).orderBy(conditions.of(listing.ordering()));
    List<E> results =
        entities
            .createQuery(query)
            .setFirstResult(listing.offset())
            .setMaxResults(listing.size())
            .getResultList();
    return new Rows<>(count(listing.selection()), results);
  }

  long count(Selection selection) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> query = builder.createQuery(Long.class);
    Root<E> row = query.from(type);
    query.select(builder.count(row)).where(new Conditions(builder, row).of(selection));
    return entities.createQuery(query).getSingleResult();
  }

  /** The ids of some, in ascending order. */
  List<Long> ids(Selection selection) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> query = builder.createQuery(Long.class);
    Root<E> row = query.from(type);
    query
        .select(row.get("id"))
        .where(new Conditions(builder, row).of(selection))
        .orderBy(builder.asc(row.get("id")));
    return entities.createQuery(query).getResultList();
  }

  /**
   * The row, held until the transaction ends.
   *
   * @param expected whether it is what the caller has seen
   */
  E locked(long id, Predicate<E> expected) {
    E entity = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
    if (entity == null) {
      throw new RefusedException(Reason.MISSING, "There is nothing with the id " + id);
    }
    if (!expected.test(entity)) {
      throw new RefusedException(
          Reason.STALE,
          "This has changed since you read it: If-Match does not hold; read it again");
    }
    return entity;
  }

  /** Some rows in ascending order of their ids, held until the transaction ends. */
  List<E> locked(Selection selection) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<E> query = builder.createQuery(type);
    Root<E> row = query.from(type);
    query.where(new Conditions(builder, row).of(selection)).orderBy(builder.asc(row.get("id")));
    return entities.createQuery(query).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  long updateAll(Bulk rows, List<Assignment> assignments) {
    if (rows.selection().isEverything()) {
      rows.demandConfirm(() -> count(rows.selection()));
    }
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaUpdate<E> update = builder.createCriteriaUpdate(type);
    Root<E> row = update.from(type);
    assignments.forEach(assignment -> update.set(assignment.field(), assignment.value()));
    Expression<Integer> next = builder.sum(row.get("version"), 1);
    update.set(row.<Integer>get("version"), next);
    update.where(new Conditions(builder, row).of(rows.selection()));
    long changed = entities.createQuery(update).executeUpdate();
    rows.demandConfirmed(changed);
    return changed;
  }

  long deleteAll(Bulk rows) {
    rows.demandConfirm(() -> count(rows.selection()));
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaDelete<E> delete = builder.createCriteriaDelete(type);
    delete.where(new Conditions(builder, delete.from(type)).of(rows.selection()));
    long deleted = entities.createQuery(delete).executeUpdate();
    rows.demandConfirmed(deleted);
    return deleted;
  }
}
