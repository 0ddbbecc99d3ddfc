package fanweb.chat.jpa;

import fanweb.channel.GroupName;
import fanweb.chat.GroupDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The directory in the database. */
@ApplicationScoped
public class JpaGroupDirectory implements GroupDirectory {
  @PersistenceContext private EntityManager entities;

  /** Made by CDI, which then sets the entity manager. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaGroupDirectory() {}

  @Override
  @Transactional
  public List<Entry> recent(int limit) {
    return entities
        .createQuery(
            "select g from GroupEntity g order by g.lastActiveAt desc, g.id", GroupEntity.class)
        .setMaxResults(limit)
        .getResultStream()
        .map(GroupEntity::toEntry)
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PersistenceException also when another node creates the same group at the same moment;
   *     the next message's minute mends it
   */
  @Override
  @Transactional
  public void recordActivity(GroupName group, Instant at) {
    entities
        .createQuery("select g from GroupEntity g where g.name = :name", GroupEntity.class)
        .setParameter("name", group.value())
        .getResultStream()
        .findFirst()
        .ifPresentOrElse(
            known -> known.activeAt(at), () -> entities.persist(new GroupEntity(group, at)));
  }
}
