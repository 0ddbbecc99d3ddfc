package fanweb.chat.jpa;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.ChatPolicy;
import fanweb.chat.GroupDirectory;
import fanweb.chat.GroupSettings.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The directory in the database. */
@ApplicationScoped
public class JpaGroupDirectory implements GroupDirectory {
  private static final String RECENT =
      "select g from GroupEntity g where g.readers in :open or exists ("
          + "select m from MemberEntity m where m.id.groupId = g.id and m.id.author = :author and"
          + " (g.readers = 'MEMBERS' and m.rank in :members"
          + " or m.rank in :moderators)) order by g.lastActiveAt desc, g.id";

  @PersistenceContext private EntityManager entities;

  /** Made by CDI, which then sets the entity manager. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaGroupDirectory() {}

  @Override
  @Transactional
  public List<Entry> recent(int limit, Identity reader) {
    Set<Access> open = ChatPolicy.readableWithoutRank(reader);
    if (open.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(RECENT, GroupEntity.class)
        .setParameter("open", names(open))
        // A guest's token is not asked about: it gives nobody a rank.
        .setParameter("author", reader.isSignedIn() ? reader.author() : "")
        .setParameter("members", names(ChatPolicy.ranksFor(Access.MEMBERS)))
        .setParameter("moderators", names(ChatPolicy.ranksFor(Access.MODERATORS)))
        .setMaxResults(limit)
        .getResultStream()
        .map(GroupEntity::toEntry)
        .toList();
  }

  private static List<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toList();
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
