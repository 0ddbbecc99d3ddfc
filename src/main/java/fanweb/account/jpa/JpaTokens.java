package fanweb.account.jpa;

import fanweb.account.AccountChange;
import fanweb.account.ChangeLog;
import fanweb.account.Identity;
import fanweb.account.Token;
import fanweb.account.TokenDraft;
import fanweb.account.Tokens;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens in the database. */
@ApplicationScoped
@Transactional
public class JpaTokens implements Tokens {
  private static final String USER = "user";

  /** Set by the container where there is one. */
  @PersistenceContext EntityManager entities;

  private ChangeLog changes;

  /** Proxies are made so. */
  @SuppressWarnings("NullAway.Init") // because the container sets them
  JpaTokens() {}

  /** Tells of changes there. */
  @Inject
  @SuppressWarnings("NullAway.Init") // because the container sets the entity manager
  JpaTokens(ChangeLog changes) {
    this.changes = changes;
  }

  /** Tokens where there is no container; whoever calls it then begins and ends transactions. */
  public JpaTokens(ChangeLog changes, EntityManager entities) {
    this.changes = changes;
    this.entities = entities;
  }

  @Override
  public Token create(long userId, TokenDraft draft) {
    hold(userId);
    entities
        .createQuery("delete from TokenEntity t where t.userId = :user and t.ends <= :now")
        .setParameter(USER, userId)
        .setParameter("now", draft.made())
        .executeUpdate();
    if (count(userId) >= MOST) {
      throw new RefusedException(
          Reason.CONFLICT, "There are " + MOST + " tokens already; revoke one first");
    }
    TokenEntity token = new TokenEntity(userId, draft);
    entities.persist(token);
    entities.flush();
    return token.toToken();
  }

  private long count(long userId) {
    return entities
        .createQuery("select count(t) from TokenEntity t where t.userId = :user", Long.class)
        .setParameter(USER, userId)
        .getSingleResult();
  }

  @Override
  public List<Token> of(long userId) {
    return entities
        .createQuery(
            "select t from TokenEntity t where t.userId = :user order by t.id desc",
            TokenEntity.class)
        .setParameter(USER, userId)
        .getResultStream()
        .map(TokenEntity::toToken)
        .toList();
  }

  @Override
  public void revoke(long userId, long id) {
    hold(userId);
    if (!ids("t.userId = :value", userId).contains(id)) {
      throw new RefusedException(Reason.MISSING, "There is no token with the id " + id);
    }
    List<Long> made = List.of(id);
    while (!made.isEmpty()) {
      made.forEach(this::end);
      made = ids("t.parent in :value", made);
    }
  }

  @Override
  public void endAllOf(long userId) {
    hold(userId);
    ids("t.userId = :value", userId).forEach(this::end);
  }

  /** Whoever makes some or ends some waits for whoever else does, or one would slip through. */
  private void hold(long userId) {
    if (entities.find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE) == null) {
      throw new RefusedException(Reason.MISSING, "There is no user with the id " + userId);
    }
  }

  /** Held, so that those are among them that were stored since the transaction began. */
  private List<Long> ids(String condition, Object value) {
    return entities
        .createQuery("select t from TokenEntity t where " + condition, TokenEntity.class)
        .setParameter("value", value)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(TokenEntity::id)
        .toList();
  }

  private void end(long id) {
    entities
        .createQuery("delete from TokenEntity t where t.id = :id")
        .setParameter("id", id)
        .executeUpdate();
    changes.note(new AccountChange.CredentialEnded(Identity.Proof.TOKEN, id));
  }

  @Override
  public Optional<Held> byFingerprint(String fingerprint, Instant now) {
    Optional<TokenEntity> token =
        entities
            .createQuery(
                "select t from TokenEntity t where t.fingerprint = :fingerprint and t.ends > :now",
                TokenEntity.class)
            .setParameter("fingerprint", fingerprint)
            .setParameter("now", now)
            .getResultStream()
            .findFirst();
    token.filter(one -> one.isSeenAgain(now)).ifPresent(one -> seen(one.id(), now));
    return token.map(TokenEntity::toHeld);
  }

  @Override
  public Optional<Held> byId(long id) {
    return Optional.ofNullable(entities.find(TokenEntity.class, id)).map(TokenEntity::toHeld);
  }

  /** As a statement, which does nothing when the token was revoked just now. */
  private void seen(long id, Instant now) {
    entities
        .createQuery("update TokenEntity t set t.used = :now where t.id = :id")
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }
}
