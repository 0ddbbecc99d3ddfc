package fanweb.account.jpa;

import fanweb.account.Permissions;
import fanweb.account.Token;
import fanweb.account.TokenDraft;
import fanweb.account.Tokens;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token of the API. */
@Entity
@Table(name = "account_token")
class TokenEntity {
  private static final int FINGERPRINT = 43;
  private static final int WIDEST_NAME = 64;
  private static final int WIDEST_SCOPES = 4_000;
  private static final Duration SELDOM = Duration.ofMinutes(1);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "userinfo_id", nullable = false)
  private long userId;

  @Column(nullable = false, unique = true, length = FINGERPRINT)
  private String fingerprint;

  @Column(nullable = false, length = WIDEST_NAME)
  private String name;

  /** With spaces between them. */
  @Column(nullable = false, length = WIDEST_SCOPES)
  private String scopes;

  @Column(nullable = false)
  private Instant made;

  @Column(nullable = false)
  private Instant ends;

  @Column(name = "used_at")
  private @Nullable Instant used;

  /** The one it was made with. */
  @Column(name = "parent_id")
  private @Nullable Long parent;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init") // because the provider sets them
  protected TokenEntity() {}

  TokenEntity(long userId, TokenDraft draft) {
    this.userId = userId;
    fingerprint = draft.fingerprint();
    name = draft.name();
    scopes = String.join(" ", draft.scopes());
    made = draft.made();
    ends = draft.ends();
    parent = draft.parent().isPresent() ? draft.parent().getAsLong() : null;
  }

  long id() {
    return id;
  }

  boolean isSeenAgain(Instant now) {
    return used == null || Duration.between(used, now).compareTo(SELDOM) >= 0;
  }

  Tokens.Held toHeld() {
    return new Tokens.Held(id, userId, Permissions.of(scopeList()), ends);
  }

  Token toToken() {
    return new Token(id, userId, name, scopeList(), made, ends, Optional.ofNullable(used));
  }

  private List<String> scopeList() {
    return List.of(scopes.split(" "));
  }
}
