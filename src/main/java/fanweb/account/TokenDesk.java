package fanweb.account;

import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes, tells and revokes tokens for those who may. Blocks on the database; safe for any thread.
 * What cannot be done is a {@link RefusedException}.
 */
public final class TokenDesk {
  /** How long a token works unless its owner says otherwise. */
  public static final Duration USUAL = Duration.ofDays(90);

  /** How long a token works at most. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final Logger LOG = System.getLogger(TokenDesk.class.getName());

  private final Tokens tokens;
  private final Accounts.Storage storage;
  private final Identities identities;
  private final AccountPolicy policy;
  private final Outside outside;

  /** A desk with these files. */
  public TokenDesk(
      Tokens tokens,
      Accounts.Storage storage,
      Identities identities,
      AccountPolicy policy,
      Outside outside) {
    this.tokens = tokens;
    this.storage = storage;
    this.identities = identities;
    this.policy = policy;
    this.outside = outside;
  }

  /**
   * Makes one for whoever asks. It may no more than they, and made with a token, it works no longer
   * than that one. Who they are is looked at again while nobody can change it: what a password's
   * change has just ended leaves nothing behind that would open again.
   */
  public Token.Made make(Identity who, TokenRequest wanted) {
    policy.demandAccount(who);
    return storage
        .transactions()
        .within(
            () ->
                storage
                    .people()
                    .hold(who.userId())
                    .flatMap(held -> identities.again(who))
                    .map(still -> made(still, wanted))
                    .orElseThrow(
                        () -> new RefusedException(Reason.UNAUTHENTICATED, "Sign in again")));
  }

  private Token.Made made(Identity who, TokenRequest wanted) {
    policy.demand(who, AccountPolicy.ADD_TOKENS);
    policy.demandOwn(who, Permissions.of(wanted.scopes()));
    Instant now = outside.now();
    Secret secret = outside.draw(Secret.Kind.TOKEN);
    Token made =
        tokens.create(
            who.userId(),
            new TokenDraft(
                secret.fingerprint(),
                wanted.name(),
                wanted.scopes(),
                now,
                end(who, wanted, now),
                who.proof() == Identity.Proof.TOKEN
                    ? OptionalLong.of(who.credential())
                    : OptionalLong.empty()));
    tell(who, made);
    return new Token.Made(secret, made);
  }

  private static void tell(Identity who, Token made) {
    LOG.log(
        Level.INFO,
        "event=token_made token={0} user={1} scopes={2} ends={3}",
        Long.toString(made.id()),
        Long.toString(who.userId()),
        made.scopes(),
        made.ends());
  }

  private Instant end(Identity who, TokenRequest wanted, Instant now) {
    Instant last = last(who, now);
    Instant end = wanted.ends().orElse(last.isBefore(now.plus(USUAL)) ? last : now.plus(USUAL));
    if (!end.isAfter(now) || end.isAfter(last)) {
      throw RefusedException.invalid(
          Fault.inBody("/expires", "must be a time to come, at the latest " + last));
    }
    return end;
  }

  private Instant last(Identity who, Instant now) {
    Instant longest = now.plus(LONGEST);
    if (who.proof() != Identity.Proof.TOKEN) {
      return longest;
    }
    Instant own = tokens.byId(who.credential()).map(Tokens.Held::ends).orElse(now);
    return own.isBefore(longest) ? own : longest;
  }

  /** One's own. */
  public List<Token> list(Identity who) {
    policy.demandAccount(who);
    return tokens.of(who.userId());
  }

  /** Revokes one of one's own, and those made with it. */
  public void revoke(Identity who, long id) {
    policy.demandAccount(who);
    revoke(who, who.userId(), id);
  }

  /** Somebody else's. */
  public List<Token> listOf(Identity who, long userId) {
    policy.demand(who, AccountPolicy.CHANGE_USERS);
    found(userId);
    return tokens.of(userId);
  }

  /** Revokes one of somebody who may no more than whoever asks. */
  public void revokeOf(Identity who, long userId, long id) {
    policy.demand(who, AccountPolicy.CHANGE_USERS);
    policy.demandRank(who, storage.grants().ofRoles(found(userId).roles()));
    revoke(who, userId, id);
  }

  private void revoke(Identity by, long userId, long id) {
    tokens.revoke(userId, id);
    LOG.log(
        Level.INFO,
        "event=token_revoked token={0} user={1} by={2}",
        Long.toString(id),
        Long.toString(userId),
        Long.toString(by.userId()));
  }

  private User found(long userId) {
    return storage
        .people()
        .user(userId)
        .orElseThrow(
            () -> new RefusedException(Reason.MISSING, "There is no user with the id " + userId));
  }
}
