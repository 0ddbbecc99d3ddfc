package fanweb.account.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.AccountChange.CredentialEnded;
import fanweb.account.Identity.Proof;
import fanweb.account.Permissions;
import fanweb.account.Token;
import fanweb.account.TokenDraft;
import fanweb.account.Tokens;
import fanweb.account.jpa.AccountDatabase.Kind;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.system.MariaDb;
import fanweb.system.NeedsMariaDb;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NeedsMariaDb.class)
class StoredTokensIT {
  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofDays(1));

  @ParameterizedTest
  @EnumSource
  void one_opens_what_it_is_for_until_its_end(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      Token made = made(database, user, "f1");

      Permissions scopes = Permissions.of(List.of("message.add", "token.add"));
      assertThat(found(database, "f1", NOW))
          .hasValue(new Tokens.Held(made.id(), user, scopes, END));
      Optional<Tokens.Held> again = database.tokens(all -> all.byId(made.id()));
      assertThat(again).hasValue(new Tokens.Held(made.id(), user, scopes, END));
      assertThat(found(database, "f1", END.minusMillis(1))).isPresent();
      assertThat(found(database, "f1", END)).isEmpty();
      assertThat(found(database, "F1", NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_use_is_noted_at_most_once_a_minute(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      made(database, user, "f1");

      assertThat(used(database, user)).isEmpty();
      found(database, "f1", NOW);
      found(database, "f1", NOW.plusSeconds(59));
      assertThat(used(database, user)).hasValue(NOW);
      found(database, "f1", NOW.plusSeconds(60));
      assertThat(used(database, user)).hasValue(NOW.plusSeconds(60));
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_that_is_revoked_opens_nothing_and_all_hear_of_it(Kind kind, MariaDb server)
      throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      long other = database.user();
      Token made = made(database, user, "f1");

      assertThat(reason(() -> revoke(database, other, made.id()))).isEqualTo(Reason.MISSING);
      assertThat(database.noted()).isEmpty();
      revoke(database, user, made.id());

      assertThat(database.noted()).containsExactly(new CredentialEnded(Proof.TOKEN, made.id()));
      assertThat(found(database, "f1", NOW)).isEmpty();
      assertThat(reason(() -> revoke(database, user, made.id()))).isEqualTo(Reason.MISSING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_ends_with_the_one_it_was_made_with(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      Token root = made(database, user, "f1");
      Token child = madeWith(database, root, "f2");
      Token grandchild = madeWith(database, child, "f3");
      Token other = made(database, user, "f4");

      revoke(database, user, root.id());

      assertThat(all(database, user)).containsExactly(other);
      assertThat(database.noted()).containsExactly(ended(root), ended(child), ended(grandchild));
    }
  }

  @ParameterizedTest
  @EnumSource
  void all_of_one_person_end_and_nobody_else_s(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      Token one = made(database, user, "f1");
      Token two = madeWith(database, one, "f2");
      Token other = made(database, database.user(), "f3");

      database.tokens(
          all -> {
            all.endAllOf(user);
            return user;
          });

      assertThat(all(database, user)).isEmpty();
      assertThat(all(database, other.userId())).containsExactly(other);
      assertThat(database.noted()).containsExactlyInAnyOrder(ended(one), ended(two));
    }
  }

  private static CredentialEnded ended(Token token) {
    return new CredentialEnded(Proof.TOKEN, token.id());
  }

  @ParameterizedTest
  @EnumSource
  void they_go_with_whom_they_belong_to(Kind kind, MariaDb server) throws SQLException {
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      made(database, user, "f1");
      database.users(
          all -> {
            all.delete(user, found -> true);
            return user;
          });
      assertThat(found(database, "f1", NOW)).isEmpty();
      assertThat(reason(() -> made(database, user, "f2"))).isEqualTo(Reason.MISSING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_those_made_at_once_no_more_are_made_than_there_may_be(Kind kind, MariaDb server)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (AccountDatabase database = AccountDatabase.create(kind, server)) {
      long user = database.user();
      List<Future<Boolean>> tries =
          IntStream.range(0, Tokens.MOST + 5)
              .mapToObj(number -> threads.submit(() -> isMade(database, user, "f" + number)))
              .toList();
      int done = 0;
      for (Future<Boolean> one : tries) {
        done += one.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(Tokens.MOST);
      assertThat(all(database, user)).hasSize(Tokens.MOST);
      // Those that have ended make room.
      database.tokens(all -> all.create(user, draft("later", END)));
      assertThat(all(database, user)).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static TokenDraft draft(String fingerprint, Instant now) {
    return new TokenDraft(
        fingerprint,
        "t",
        List.of("message.add", "token.add"),
        now,
        now.plus(Duration.ofDays(1)),
        OptionalLong.empty());
  }

  private static Token madeWith(AccountDatabase database, Token parent, String fingerprint) {
    TokenDraft alone = draft(fingerprint, NOW);
    TokenDraft child =
        new TokenDraft(
            fingerprint,
            alone.name(),
            alone.scopes(),
            alone.made(),
            alone.ends(),
            OptionalLong.of(parent.id()));
    return database.tokens(all -> all.create(parent.userId(), child));
  }

  private static Token made(AccountDatabase database, long user, String fingerprint) {
    return database.tokens(all -> all.create(user, draft(fingerprint, NOW)));
  }

  private static boolean isMade(AccountDatabase database, long user, String fingerprint) {
    try {
      made(database, user, fingerprint);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private static Optional<Tokens.Held> found(
      AccountDatabase database, String fingerprint, Instant now) {
    return database.tokens(all -> all.byFingerprint(fingerprint, now));
  }

  private static List<Token> all(AccountDatabase database, long user) {
    return database.tokens(all -> all.of(user));
  }

  private static Optional<Instant> used(AccountDatabase database, long user) {
    return all(database, user).get(0).used();
  }

  private static void revoke(AccountDatabase database, long user, long id) {
    database.tokens(
        all -> {
          all.revoke(user, id);
          return id;
        });
  }

  private static Reason reason(Runnable call) {
    try {
      call.run();
    } catch (RefusedException e) {
      return e.reason();
    }
    throw new AssertionError("was not refused");
  }
}
