package fanweb.account.jdbc;

import static fanweb.account.jdbc.AccountDatabases.newLogin;
import static fanweb.account.jdbc.AccountDatabases.number;
import static fanweb.account.jdbc.AccountNode.PASSWORD;
import static fanweb.account.jdbc.AccountNode.called;
import static fanweb.account.jdbc.AccountNode.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.account.AccountChange.CredentialEnded;
import fanweb.account.Identities.Entry;
import fanweb.account.Identity;
import fanweb.account.Permissions;
import fanweb.account.Secret;
import fanweb.account.Session;
import fanweb.account.SignedIn;
import fanweb.account.Visit;
import fanweb.chat.jdbc.KeptConnections;
import fanweb.chat.jdbc.Kind;
import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import fanweb.system.NeedsMariaDb;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, AccountDatabases.Shared.class})
class SessionsIT {
  private final KeptConnections database;
  private final AccountNode node;
  private final String login = newLogin();

  SessionsIT(Kind kind, AccountDatabases databases) {
    database = databases.of(kind);
    node = new AccountNode(database);
  }

  @AfterEach
  void every_connection_was_given_back() {
    assertThat(database.lent()).isZero();
  }

  private SignedIn signedUp() {
    return node.accounts.signUp(called(login), from("192.0.2.1"));
  }

  private SignedIn signIn(boolean remember) {
    return node.accounts.signIn(login, PASSWORD, remember, from("192.0.2.7"));
  }

  @Test
  void a_session_opens_by_its_secret_and_no_other() {
    SignedIn in = signedUp();

    assertThat(node.identities.bySession(in.secret())).contains(in.identity());
    assertThat(in.identity().proof()).isEqualTo(Identity.Proof.SESSION);
    assertThat(in.identity().credential()).isEqualTo(in.session().id());
    assertThat(node.identities.bySession(Secret.draw(Secret.Kind.SESSION, new SecureRandom())))
        .isEmpty();
    // The last character has two bits that do not count; another one there is another secret.
    String value = in.secret().value();
    String forged = value.substring(0, value.length() - 2) + (value.endsWith("A") ? "BB" : "AA");
    assertThat(node.identities.bySession(new Secret(forged))).isEmpty();
  }

  @Test
  void the_database_does_not_know_the_secret() throws SQLException {
    SignedIn in = signedUp();
    assertThat(
            number(
                database,
                "SELECT COUNT(*) FROM account_session WHERE fingerprint = '"
                    + in.secret().value().substring(2)
                    + "' OR fingerprint = '"
                    + in.secret().value()
                    + "'"))
        .isZero();
  }

  @Test
  void every_sign_in_has_a_secret_of_its_own() {
    SignedIn first = signedUp();
    SignedIn second = signIn(false);
    assertThat(second.secret()).isNotEqualTo(first.secret());
    assertThat(node.accounts.sessions(second.identity()))
        .extracting(Session::id)
        .contains(first.session().id(), second.session().id());
  }

  @Test
  void after_signing_out_the_secret_opens_nothing_and_everybody_hears_of_it() {
    SignedIn in = signedUp();
    SignedIn other = signIn(false);
    node.accounts.signOut(in.identity());

    assertThat(node.identities.bySession(in.secret())).isEmpty();
    assertThat(node.identities.enter(in.secret())).isEmpty();
    assertThat(node.identities.again(in.identity())).isEmpty();
    assertThat(node.identities.bySession(other.secret())).isPresent();
    node.feed.poll();
    assertThat(node.heard)
        .contains(new CredentialEnded(Identity.Proof.SESSION, in.session().id()))
        .doesNotContain(new CredentialEnded(Identity.Proof.SESSION, other.session().id()));
  }

  @Test
  void a_session_that_is_not_used_ends_and_one_that_is_does_not() {
    SignedIn idle = signedUp();
    SignedIn used = signIn(false);
    SignedIn remembered = signIn(true);
    for (int i = 0; i < 4; i++) {
      node.pass(Duration.ofMinutes(30));
      assertThat(node.identities.again(used.identity())).isPresent();
    }

    assertThat(node.identities.bySession(idle.secret())).isEmpty();
    assertThat(node.identities.bySession(used.secret())).isPresent();
    assertThat(node.identities.bySession(remembered.secret())).isPresent();
    assertThat(node.accounts.sessions(used.identity())).hasSize(2);
  }

  @Test
  void every_session_ends_in_the_end() {
    SignedIn in = signedUp();
    SignedIn remembered = signIn(true);
    for (int i = 0; i < 12; i++) {
      node.pass(Duration.ofHours(1).minusSeconds(1));
      assertThat(node.identities.bySession(in.secret())).isPresent();
    }
    node.pass(Duration.ofSeconds(12));
    assertThat(node.identities.bySession(in.secret())).isEmpty();

    node.pass(Duration.ofDays(29));
    assertThat(node.identities.bySession(remembered.secret())).isPresent();
    node.pass(Duration.ofDays(1));
    assertThat(node.identities.bySession(remembered.secret())).isEmpty();
  }

  @Test
  void that_a_session_was_used_is_written_once_a_minute() {
    SignedIn in = signedUp();
    node.pass(Duration.ofSeconds(59));
    node.identities.bySession(in.secret());
    assertThat(node.accounts.sessions(in.identity()).get(0).seen()).isEqualTo(in.session().seen());
    node.pass(Duration.ofSeconds(1));
    node.identities.bySession(in.secret());
    assertThat(node.accounts.sessions(in.identity()).get(0).seen()).isEqualTo(node.now());
  }

  @Test
  void what_has_ended_by_time_is_swept_away_and_told() throws SQLException {
    SignedIn in = signedUp();
    node.pass(Duration.ofMinutes(119));
    node.sessions.sweep();
    assertThat(node.identities.again(in.identity())).isPresent();

    node.pass(Duration.ofMinutes(120));
    node.sessions.sweep();
    node.feed.poll();
    assertThat(node.heard).contains(new CredentialEnded(Identity.Proof.SESSION, in.session().id()));
    assertThat(
            number(
                database, "SELECT COUNT(*) FROM account_session WHERE id = " + in.session().id()))
        .isZero();
  }

  @Test
  void whoever_may_do_something_else_gets_another_secret_once() {
    SignedIn in = signedUp();
    assertThat(node.identities.enter(in.secret()).flatMap(Entry::renewed)).isEmpty();

    node.more = Permissions.of(List.of("user.view"));
    Entry entry = node.identities.enter(in.secret()).orElseThrow();
    Secret next = entry.renewed().orElseThrow();
    assertThat(entry.identity().may("user.view")).isTrue();
    assertThat(node.identities.enter(next).flatMap(Entry::renewed)).isEmpty();

    // What was under way then came with the secret from before.
    assertThat(node.identities.enter(in.secret()).orElseThrow().renewed()).isEmpty();
    node.pass(Duration.ofMinutes(1));
    assertThat(node.identities.enter(in.secret())).isEmpty();
    assertThat(node.identities.enter(next)).isPresent();
  }

  @Test
  void a_user_who_may_not_sign_in_any_more_has_no_session() throws SQLException {
    SignedIn in = signedUp();
    AccountDatabases.execute(
        database,
        "UPDATE account_userinfo SET active = FALSE WHERE id = " + in.identity().userId());
    assertThat(node.identities.bySession(in.secret())).isEmpty();
    assertThat(node.identities.again(in.identity())).isEmpty();
    assertThatThrownBy(() -> signIn(false))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.code()).isEqualTo("wrong_credentials"));
  }

  @Test
  void sessions_go_with_their_user() throws SQLException {
    SignedIn in = signedUp();
    AccountDatabases.execute(
        database, "DELETE FROM account_userinfo WHERE id = " + in.identity().userId());
    assertThat(node.identities.bySession(in.secret())).isEmpty();
  }

  @Test
  void one_can_end_ones_own_sessions_and_nobody_elses() {
    SignedIn mine = signedUp();
    SignedIn other = node.accounts.signUp(called(newLogin()), from("192.0.2.2"));

    assertThatThrownBy(() -> node.accounts.endSession(mine.identity(), other.session().id()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusedException.Reason.MISSING));
    assertThat(node.identities.bySession(other.secret())).isPresent();
    node.accounts.endSession(mine.identity(), mine.session().id());
    assertThat(node.identities.bySession(mine.secret())).isEmpty();
  }

  @Test
  void what_a_browser_calls_itself_is_one_line_and_cut() {
    String agent = "a\r\nevent=forged\u2028" + "😀".repeat(300);
    Visit visit = new Visit(new ClientAddress("192.0.2.3"), agent, Optional.empty());
    SignedIn in = node.accounts.signUp(called(login), visit);

    String stored = node.accounts.sessions(in.identity()).get(0).agent();
    assertThat(stored).startsWith("a  event=forged 😀").doesNotContain("\n", "\r", "\u2028");
    assertThat(stored.codePointCount(0, stored.length())).isEqualTo(Session.MAX_AGENT);
  }
}
