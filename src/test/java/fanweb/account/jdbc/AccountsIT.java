package fanweb.account.jdbc;

import static fanweb.account.jdbc.AccountDatabases.newLogin;
import static fanweb.account.jdbc.AccountNode.PASSWORD;
import static fanweb.account.jdbc.AccountNode.asGuest;
import static fanweb.account.jdbc.AccountNode.called;
import static fanweb.account.jdbc.AccountNode.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fanweb.account.AccountChange.GuestClaimed;
import fanweb.account.AccountChange.UserChanged;
import fanweb.account.GuestToken;
import fanweb.account.Identity;
import fanweb.account.OneTimeLink;
import fanweb.account.PasswordChange;
import fanweb.account.Permissions;
import fanweb.account.Secret;
import fanweb.account.SignUp;
import fanweb.account.SignedIn;
import fanweb.account.Tokens;
import fanweb.chat.jdbc.KeptConnections;
import fanweb.chat.jdbc.Kind;
import fanweb.platform.Fault;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import fanweb.system.NeedsMariaDb;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("fanweb.chat.jdbc.Kind#available")
@ExtendWith({NeedsMariaDb.class, AccountDatabases.Shared.class})
class AccountsIT {
  private static final String OTHER = "another horse 43";

  private final Kind kind;
  private final AccountDatabases databases;
  private final KeptConnections database;
  private final AccountNode node;
  private final String login = newLogin();

  AccountsIT(Kind kind, AccountDatabases databases) {
    this.kind = kind;
    this.databases = databases;
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

  private SignedIn signIn(String password, String address) {
    return node.accounts.signIn(login, password, false, from(address));
  }

  private static RefusedException refusal(ThrowingCallable what) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, what);
    assertThat(refused).as("refusal").isNotNull();
    return refused;
  }

  @Test
  void whoever_signed_up_can_sign_in_with_whatever_letters_look_the_same() {
    signedUp();
    String typed = login.toUpperCase(Locale.ROOT).replace('A', 'Ａ');
    SignedIn in = node.accounts.signIn(typed, PASSWORD, true, from("192.0.2.1"));
    assertThat(in.identity().name()).isEqualTo("Name of " + login);
    assertThat(in.session().remembered()).isTrue();
    assertThat(in.session().ends()).isEqualTo(node.now().plus(Duration.ofDays(30)));
  }

  @Test
  void wrong_and_unknown_are_refused_in_the_same_words() {
    signedUp();
    RefusedException wrong = refusal(() -> signIn(OTHER, "192.0.2.1"));
    RefusedException unknown =
        refusal(() -> node.accounts.signIn(newLogin(), OTHER, false, from("192.0.2.1")));
    RefusedException nonsense =
        refusal(() -> node.accounts.signIn("no\r\nlogin", OTHER, false, from("192.0.2.1")));

    assertThat(wrong.code()).isEqualTo("wrong_credentials");
    assertThat(wrong.reason()).isEqualTo(Reason.UNAUTHENTICATED);
    assertThat(List.of(unknown.detail(), nonsense.detail())).containsOnly(wrong.detail());
  }

  @Test
  void guessing_is_slowed_before_the_password_is_looked_at_and_for_one_address_only() {
    signedUp();
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(() -> signIn(OTHER, "198.51.100.1")).code())
          .isEqualTo("wrong_credentials");
    }
    RefusedException early = refusal(() -> signIn(PASSWORD, "198.51.100.1"));
    assertThat(early.reason()).isEqualTo(Reason.TOO_OFTEN);
    assertThat(early.code()).isEqualTo("too_many_tries");
    assertThat(early.headers()).containsEntry("Retry-After", "1");
    assertThat(signIn(PASSWORD, "198.51.100.2").identity().isSignedIn()).isTrue();

    node.pass(Duration.ofSeconds(1));
    assertThat(signIn(PASSWORD, "198.51.100.1").identity().isSignedIn()).isTrue();
  }

  @Test
  void an_old_hash_is_replaced_when_its_password_is_known() throws SQLException {
    SignedIn in = signedUp();
    String hash = "SELECT COUNT(*) FROM account_userinfo WHERE password = '##" + PASSWORD + "'";
    AccountDatabases.execute(
        database,
        "UPDATE account_userinfo SET password = '##"
            + PASSWORD
            + "' WHERE id = "
            + in.identity().userId());
    refusal(() -> signIn(OTHER, "192.0.2.1"));
    assertThat(AccountDatabases.number(database, hash)).isEqualTo(1);
    signIn(PASSWORD, "192.0.2.1");
    assertThat(AccountDatabases.number(database, hash)).isZero();
    signIn(PASSWORD, "192.0.2.1");
  }

  @Test
  void all_that_is_wrong_with_a_sign_up_is_told() {
    RefusedException both =
        refusal(() -> node.accounts.signUp(new SignUp("a b", " ", "short"), from("192.0.2.1")));
    assertThat(both.faults())
        .extracting(Fault::name)
        .containsExactly("/login", "/name", "/password");
    RefusedException common =
        refusal(() -> node.accounts.signUp(new SignUp(login, "n", "12345678"), from("192.0.2.1")));
    assertThat(common.faults()).extracting(Fault::name).containsExactly("/password");
    RefusedException own =
        refusal(() -> node.accounts.signUp(new SignUp(login, "n", login), from("192.0.2.1")));
    assertThat(own.faults()).extracting(Fault::name).containsExactly("/password");
  }

  @Test
  void a_login_is_one_persons() {
    signedUp();
    RefusedException taken = refusal(this::signedUp);
    assertThat(taken.code()).isEqualTo("login_taken");
    assertThat(taken.reason()).isEqualTo(Reason.CONFLICT);
  }

  @Test
  void nobody_signs_up_where_it_is_closed_and_not_too_often_from_one_address() {
    AccountNode closed = new AccountNode(database, false);
    assertThat(closed.accounts.isSignUpOpen()).isFalse();
    assertThat(refusal(() -> closed.accounts.signUp(called(login), from("192.0.2.1"))).code())
        .isEqualTo("sign_up_closed");

    for (int i = 0; i < 10; i++) {
      node.accounts.signUp(called(newLogin()), from("203.0.113.1"));
    }
    assertThat(refusal(() -> node.accounts.signUp(called(login), from("203.0.113.1"))).code())
        .isEqualTo("too_many_tries");
    assertThat(signedUp().identity().isSignedIn()).isTrue();
  }

  @Test
  void a_guest_who_becomes_a_user_stays_the_author_they_were() {
    GuestToken guest = GuestToken.draw(new SecureRandom());
    AccountNode elsewhere = new AccountNode(database);
    assertThat(elsewhere.identities.isClaimed(guest.authorId())).isFalse();
    Identity before = node.identities.guest(guest.authorId());

    SignedIn in = node.accounts.signUp(called(login), asGuest(guest));

    assertThat(in.identity().author()).isEqualTo(guest.authorId());
    assertThat(node.identities.isClaimed(guest.authorId())).isTrue();
    assertThat(node.identities.again(before)).isEmpty();
    assertThat(node.identities.bySession(in.secret())).contains(in.identity());
    elsewhere.feed.poll();
    assertThat(elsewhere.heard).contains(new GuestClaimed(guest.authorId()));
    assertThat(new AccountNode(database).identities.isClaimed(guest.authorId())).isTrue();

    SignedIn thief = node.accounts.signUp(called(newLogin()), asGuest(guest));
    assertThat(thief.identity().author()).isEqualTo(Identity.authorOf(thief.identity().userId()));
  }

  @Test
  void what_a_guest_said_is_nobody_else_s_when_the_user_they_became_is_gone() throws SQLException {
    GuestToken guest = GuestToken.draw(new SecureRandom());
    SignedIn in = node.accounts.signUp(called(login), asGuest(guest));
    AccountDatabases.execute(
        database, "DELETE FROM account_userinfo WHERE id = " + in.identity().userId());

    AccountNode restarted = new AccountNode(database);
    assertThat(restarted.identities.isClaimed(guest.authorId())).isTrue();
    SignedIn thief = restarted.accounts.signUp(called(newLogin()), asGuest(guest));
    assertThat(thief.identity().author()).isEqualTo(Identity.authorOf(thief.identity().userId()));
  }

  @Test
  void of_two_who_were_the_same_guest_one_stays_that_author() throws Exception {
    GuestToken guest = GuestToken.draw(new SecureRandom());
    Callable<String> becoming =
        () -> node.accounts.signUp(called(newLogin()), asGuest(guest)).identity().author();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> authors = threads.invokeAll(List.of(becoming, becoming));
      assertThat(List.of(authors.get(0).get(), authors.get(1).get()))
          .containsOnlyOnce(guest.authorId());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_changed_password_ends_every_session_but_begins_one_here() {
    SignedIn here = signedUp();
    SignedIn there = node.accounts.signIn(login, PASSWORD, true, from("192.0.2.9"));
    OneTimeLink.Made link = node.links.reset(login).orElseThrow();

    PasswordChange guess = new PasswordChange(OTHER, "third horse 44", false);
    RefusedException wrong =
        refusal(() -> node.accounts.changePassword(there.identity(), guess, from("192.0.2.9")));
    assertThat(wrong.faults()).extracting(Fault::name).containsExactly("/old");
    PasswordChange right = new PasswordChange(PASSWORD, OTHER, false);
    SignedIn now = node.accounts.changePassword(there.identity(), right, from("192.0.2.9"));

    assertThat(now.session().remembered()).isTrue();
    assertThat(now.secret()).isNotEqualTo(there.secret());
    assertThat(node.identities.bySession(here.secret())).isEmpty();
    assertThat(node.identities.bySession(there.secret())).isEmpty();
    assertThat(node.identities.bySession(now.secret())).isPresent();
    assertThat(node.accounts.link(link.secret())).isEmpty();
    assertThat(refusal(() -> signIn(PASSWORD, "192.0.2.1")).code()).isEqualTo("wrong_credentials");
    signIn(OTHER, "192.0.2.1");
  }

  @Test
  void a_new_name_is_told_to_all() {
    SignedIn in = signedUp();
    assertThat(node.accounts.rename(in.identity(), "  新名字 ").name()).isEqualTo("新名字");
    assertThat(node.accounts.profile(in.identity()).login()).contains(login);
    assertThat(node.identities.bySession(in.secret()).orElseThrow().name()).isEqualTo("新名字");
    assertThat(refusal(() -> node.accounts.rename(in.identity(), "a\nb")).faults())
        .extracting(Fault::name)
        .containsExactly("/name");
    node.feed.poll();
    assertThat(node.heard).contains(new UserChanged(in.identity().userId()));
  }

  @Test
  void a_reset_link_works_once_and_for_an_hour() {
    SignedIn before = signedUp();
    OneTimeLink.Made late = node.links.reset(login).orElseThrow();
    node.pass(Duration.ofHours(1));
    assertThat(node.accounts.link(late.secret())).isEmpty();
    assertThat(refusal(() -> node.accounts.reset(late.secret(), OTHER, from("a"))).code())
        .isEqualTo("link_spent");

    OneTimeLink.Made link = node.links.reset(login).orElseThrow();
    assertThat(node.accounts.link(link.secret())).contains(link.link());
    assertThat(link.link().login()).contains(login);
    refusal(() -> node.accounts.reset(link.secret(), "short", from("a")));
    SignedIn in = node.accounts.reset(link.secret(), OTHER, from("192.0.2.1"));
    assertThat(node.identities.bySession(in.secret())).isPresent();
    assertThat(node.identities.bySession(before.secret())).isEmpty();
    assertThat(refusal(() -> node.accounts.reset(link.secret(), OTHER, from("a"))).code())
        .isEqualTo("link_spent");
    signIn(OTHER, "192.0.2.1");
  }

  @Test
  void a_reset_link_is_worth_nothing_when_anything_about_its_user_has_changed() {
    long user = signedUp().identity().userId();
    Runnable grown = () -> node.more = Permissions.of(List.of("user.delete"));
    Runnable shrunk = () -> node.more = Permissions.NONE;
    List<Runnable> changes =
        List.of(
            () -> node.people.setHash(user, "another"),
            () -> node.people.rename(user, "another"),
            shrunk,
            grown,
            () -> node.people.promote(user));
    grown.run();
    for (Runnable change : changes) {
      OneTimeLink.Made link = node.links.reset(login).orElseThrow();
      assertThat(node.accounts.link(link.secret())).contains(link.link());
      change.run();
      assertThat(node.accounts.link(link.secret())).isEmpty();
      assertThat(refusal(() -> node.accounts.reset(link.secret(), OTHER, from("a"))).code())
          .isEqualTo("link_spent");
    }
  }

  @Test
  void a_reset_link_is_looked_at_again_while_its_user_is_held() {
    long user = signedUp().identity().userId();
    OneTimeLink.Made link = node.links.reset(login).orElseThrow();
    node.whileHashing = () -> node.people.setHash(user, "another");

    assertThat(refusal(() -> node.accounts.reset(link.secret(), OTHER, from("a"))).code())
        .isEqualTo("link_spent");
    assertThat(node.people.byId(user).orElseThrow().hash()).isEqualTo("another");
  }

  @Test
  void nobody_resets_their_own_password_by_a_link() {
    Identity mine = signedUp().identity();
    assertThat(refusal(() -> node.links.reset(mine, mine.userId())).reason())
        .isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void tokens_end_with_the_password_unless_they_are_kept_and_always_with_a_reset() {
    SignedIn in = signedUp();
    Tokens.Held held = new Tokens.Held(7, in.identity().userId(), Permissions.ALL, Instant.MAX);
    node.token = Optional.of(held);
    SignedIn then =
        node.accounts.changePassword(
            in.identity(), new PasswordChange(PASSWORD, OTHER, true), from("192.0.2.1"));
    assertThat(node.token).contains(held);

    node.accounts.changePassword(
        then.identity(), new PasswordChange(OTHER, PASSWORD, false), from("192.0.2.1"));
    assertThat(node.token).isEmpty();

    node.token = Optional.of(held);
    OneTimeLink.Made link = node.links.reset(login).orElseThrow();
    node.accounts.reset(link.secret(), OTHER, from("192.0.2.1"));
    assertThat(node.token).isEmpty();
  }

  @Test
  void nobody_makes_a_link_for_somebody_who_may_do_more() {
    SignedIn in = signedUp();
    Identity weaker = Identity.guest("x", Permissions.of(List.of("user.change")));
    assertThat(refusal(() -> node.links.reset(weaker, in.identity().userId())).reason())
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(node.links.reset(Identity.machine(), in.identity().userId()).link().login())
        .contains(login);
    assertThat(refusal(() -> node.links.reset(Identity.machine(), Long.MAX_VALUE)).reason())
        .isEqualTo(Reason.MISSING);
  }

  @Test
  void the_first_administrator_is_made_once() {
    AccountNode fresh = new AccountNode(databases.fresh(kind));
    OneTimeLink.Made link = fresh.links.setUp().orElseThrow();
    OneTimeLink.Made other = fresh.links.setUp().orElseThrow();
    assertThat(fresh.accounts.link(link.secret()).orElseThrow().purpose())
        .isEqualTo(OneTimeLink.Purpose.SET_UP);
    refusal(() -> fresh.accounts.reset(link.secret(), OTHER, from("a")));

    SignedIn in = fresh.accounts.setUp(link.secret(), called(login), from("192.0.2.1"));

    assertThat(in.identity().may("user.delete")).isTrue();
    assertThat(fresh.links.setUp()).isEmpty();
    assertThat(fresh.accounts.link(other.secret())).isEmpty();
    assertThat(
            refusal(() -> fresh.accounts.setUp(other.secret(), called(newLogin()), from("a")))
                .code())
        .isEqualTo("link_spent");
  }

  @Test
  void an_administrator_is_who_may_do_everything_by_whatever_role() throws SQLException {
    KeptConnections alone = databases.fresh(kind);
    AccountNode fresh = new AccountNode(alone);
    SignedIn root = fresh.accounts.signUp(called(login), from("192.0.2.1"));
    AccountDatabases.execute(alone, "DELETE FROM account_role_permission WHERE permission = '*'");
    fresh.people.promote(root.identity().userId());
    assertThat(fresh.people.hasAdministrator()).isTrue();

    AccountDatabases.execute(
        alone, "UPDATE account_role SET code = 'root' WHERE code = 'administrator'");
    assertThat(fresh.people.hasAdministrator()).isTrue();
    AccountDatabases.execute(alone, "DELETE FROM account_role_permission WHERE permission = '*'");
    assertThat(fresh.people.hasAdministrator()).isFalse();
  }

  @Test
  void of_two_who_set_up_at_once_one_wins() throws Exception {
    AccountNode fresh = new AccountNode(databases.fresh(kind));
    OneTimeLink.Made one = fresh.links.setUp().orElseThrow();
    OneTimeLink.Made other = fresh.links.setUp().orElseThrow();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> outcomes =
          threads.invokeAll(List.of(settingUp(fresh, one), settingUp(fresh, other)));
      assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
          .containsExactlyInAnyOrder("done", "link_spent");
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<String> settingUp(AccountNode node, OneTimeLink.Made link) {
    return () -> {
      try {
        node.accounts.setUp(link.secret(), called(newLogin()), from("192.0.2.1"));
        return "done";
      } catch (RefusedException e) {
        return e.code();
      }
    };
  }

  @Test
  void a_token_is_its_user_within_its_scope_until_it_ends() {
    SignedIn in = signedUp();
    Secret secret = Secret.draw(Secret.Kind.TOKEN, new SecureRandom());
    node.token =
        Optional.of(
            new Tokens.Held(
                7,
                in.identity().userId(),
                Permissions.of(List.of("message.add", "user.delete")),
                node.now().plusSeconds(60)));

    Identity who = node.identities.byToken(secret).orElseThrow();
    assertThat(who.proof()).isEqualTo(Identity.Proof.TOKEN);
    assertThat(who.author()).isEqualTo(in.identity().author());
    assertThat(who.permissions()).isEqualTo(Permissions.of(List.of("message.add")));
    assertThat(node.identities.again(who)).contains(who);
    assertThatThrownBy(() -> node.accounts.signOut(who)).isInstanceOf(RefusedException.class);

    node.pass(Duration.ofSeconds(60));
    assertThat(node.identities.byToken(secret)).isEmpty();
    node.token =
        Optional.of(new Tokens.Held(7, in.identity().userId(), Permissions.ALL, Instant.MAX));
    assertThat(node.identities.again(who).orElseThrow().permissions())
        .isEqualTo(in.identity().permissions());
  }

  @Test
  void what_is_refused_leaves_nothing_behind() throws SQLException {
    SignedIn in = signedUp();
    long sessions = AccountDatabases.number(database, "SELECT COUNT(*) FROM account_session");
    assertThatThrownBy(
            () ->
                node.transactions.within(
                    () -> {
                      node.sessions.endAllOf(in.identity().userId());
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(AccountDatabases.number(database, "SELECT COUNT(*) FROM account_session"))
        .isEqualTo(sessions);
    node.feed.poll();
    assertThat(node.heard)
        .noneMatch(change -> change.toString().contains("=" + in.session().id() + "]"));
  }
}
