package fanweb.account.jdbc;

import fanweb.account.AccountChange;
import fanweb.account.AccountSettings;
import fanweb.account.Accounts;
import fanweb.account.ChangeFeed;
import fanweb.account.ClaimedGuests;
import fanweb.account.Grants;
import fanweb.account.GuestToken;
import fanweb.account.Keyring;
import fanweb.account.KnownIdentities;
import fanweb.account.OneTimeLinks;
import fanweb.account.Outside;
import fanweb.account.Passwords;
import fanweb.account.Permissions;
import fanweb.account.PlainHasher;
import fanweb.account.Sessions;
import fanweb.account.SignInSettings;
import fanweb.account.SignInThrottle;
import fanweb.account.SignUp;
import fanweb.account.Token;
import fanweb.account.TokenDraft;
import fanweb.account.Tokens;
import fanweb.account.Visit;
import fanweb.platform.ClientAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The accounts of one node on a database, with a clock that goes on when it is told to. */
final class AccountNode implements Grants, Tokens {
  static final String PASSWORD = "correct horse 42";
  private static final Permissions USERS = Permissions.of(List.of("message.add", "group.add"));
  private static final Permissions GUESTS = Permissions.of(List.of("message.add"));

  final AtomicLong millis = new AtomicLong(Instant.parse("2026-11-25T12:00:00Z").toEpochMilli());
  final List<AccountChange> heard = new ArrayList<>();
  final TestTransactions transactions;
  final JdbcPeople people;
  final JdbcChanges changes;
  final Sessions sessions;
  final OneTimeLinks links;
  final ClaimedGuests claimed;
  final KnownIdentities identities;
  final ChangeFeed feed;
  final Accounts accounts;

  /** What users may do beside what everybody may. */
  Permissions more = Permissions.NONE;

  /** What others do while a password is looked at. */
  Runnable whileHashing = () -> {};

  /** The only token of a user that there is. */
  Optional<Held> token = Optional.empty();

  AccountNode(DataSource database) {
    this(database, true);
  }

  AccountNode(DataSource database, boolean open) {
    SignInSettings settings =
        new SignInSettings(
            open, Duration.ofMinutes(120), Duration.ofHours(12), Duration.ofDays(30), "");
    Outside outside = new Outside(this::now, new SecureRandom());
    transactions = new TestTransactions(database);
    people = new JdbcPeople(transactions);
    changes = new JdbcChanges(transactions, this::now);
    sessions =
        new Sessions(new JdbcSessions(transactions), changes, transactions, settings, outside);
    links = new OneTimeLinks(new JdbcLinks(transactions), people, this, outside);
    claimed = new ClaimedGuests(people);
    identities = new KnownIdentities(new Keyring(sessions, this), people, this, claimed, outside);
    feed = new ChangeFeed(changes, outside, heard::add);
    accounts =
        new Accounts(
            new Accounts.Storage(people, this, changes, transactions),
            new Keyring(sessions, this),
            links,
            passwords(),
            new Accounts.Door(open, new SignInThrottle(this::nanos), claimed));
  }

  private Passwords passwords() {
    return new Passwords(
        new PlainHasher(),
        password -> {
          whileHashing.run();
          return password.equals("12345678");
        },
        new AccountSettings(8, 19_456, 2, 2));
  }

  private long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(millis.get());
  }

  Instant now() {
    return Instant.ofEpochMilli(millis.get());
  }

  void pass(Duration time) {
    millis.addAndGet(time.toMillis());
  }

  static Visit from(String address) {
    return new Visit(new ClientAddress(address), "Browser/1", Optional.empty());
  }

  static Visit asGuest(GuestToken guest) {
    return new Visit(new ClientAddress("192.0.2.1"), "Browser/1", Optional.of(guest));
  }

  static SignUp called(String login) {
    return new SignUp(login, "Name of " + login, PASSWORD);
  }

  @Override
  public Permissions ofUser(long userId) {
    boolean all =
        people.user(userId).filter(user -> user.roles().contains("administrator")).isPresent();
    return all ? Permissions.ALL : USERS.and(more);
  }

  @Override
  public Permissions ofRoles(Collection<String> codes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Permissions ofGuests() {
    return GUESTS;
  }

  @Override
  public void renew() {
    // They are the same for ever.
  }

  @Override
  public Token create(long userId, TokenDraft draft) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Token> of(long userId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void revoke(long userId, long id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endAllOf(long userId) {
    token = token.filter(one -> one.userId() != userId);
  }

  @Override
  public Optional<Held> byFingerprint(String fingerprint, Instant at) {
    return token.filter(one -> at.isBefore(one.ends()));
  }

  @Override
  public Optional<Held> byId(long id) {
    return token.filter(one -> one.id() == id);
  }
}
