package fanweb.platform.wiring;

import fanweb.account.AccountChange;
import fanweb.account.AccountPolicy;
import fanweb.account.AccountSettings;
import fanweb.account.Accounts;
import fanweb.account.ChangeFeed;
import fanweb.account.ChangeListener;
import fanweb.account.ChangeLog;
import fanweb.account.ChangeRows;
import fanweb.account.ClaimedGuests;
import fanweb.account.Grants;
import fanweb.account.Identities;
import fanweb.account.Keyring;
import fanweb.account.KnownIdentities;
import fanweb.account.KnownPermissions;
import fanweb.account.LinkStore;
import fanweb.account.OneTimeLinks;
import fanweb.account.Outside;
import fanweb.account.Passwords;
import fanweb.account.People;
import fanweb.account.SessionStore;
import fanweb.account.Sessions;
import fanweb.account.SignInSettings;
import fanweb.account.SignInThrottle;
import fanweb.account.TokenDesk;
import fanweb.account.Tokens;
import fanweb.account.Transactions;
import fanweb.account.jdbc.JdbcChanges;
import fanweb.account.jdbc.JdbcLinks;
import fanweb.account.jdbc.JdbcPeople;
import fanweb.account.jdbc.JdbcSessions;
import fanweb.account.password4j.Argon2PasswordHasher;
import fanweb.account.zxcvbn.CommonPasswords;
import fanweb.platform.SettingsReader;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Accounts of this node. */
@Singleton
public final class AccountWiring {
  private static final Logger LOG = System.getLogger(AccountWiring.class.getName());

  @Resource(lookup = "java:comp/DefaultDataSource")
  private @Nullable DataSource database;

  @Produces
  @Singleton
  AccountSettings accountSettings(SettingsReader settings) {
    return AccountSettings.read(settings);
  }

  @Produces
  @Singleton
  SignInSettings signInSettings(SettingsReader settings) {
    return SignInSettings.read(settings);
  }

  @Produces
  @Singleton
  Passwords passwords(AccountSettings settings) {
    return new Passwords(new Argon2PasswordHasher(settings), new CommonPasswords(), settings);
  }

  @Produces
  @Singleton
  Outside outside() {
    return new Outside(Clock.systemUTC(), new SecureRandom());
  }

  @Produces
  @Singleton
  People people() {
    return new JdbcPeople(Objects.requireNonNull(database));
  }

  @Produces
  @Singleton
  SessionStore sessionStore() {
    return new JdbcSessions(Objects.requireNonNull(database));
  }

  @Produces
  @Singleton
  LinkStore linkStore() {
    return new JdbcLinks(Objects.requireNonNull(database));
  }

  @Produces
  @Singleton
  JdbcChanges changes() {
    return new JdbcChanges(Objects.requireNonNull(database), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Sessions sessions(
      SessionStore store,
      ChangeLog changes,
      Transactions transactions,
      SignInSettings settings,
      Outside outside) {
    return new Sessions(store, changes, transactions, settings, outside);
  }

  @Produces
  @Singleton
  Keyring keyring(Sessions sessions, Tokens tokens) {
    return new Keyring(sessions, tokens);
  }

  @Produces
  @Singleton
  OneTimeLinks links(LinkStore store, People people, Grants grants, Outside outside) {
    return new OneTimeLinks(store, people, grants, outside);
  }

  @Produces
  @Singleton
  ClaimedGuests claimedGuests(People people) {
    return new ClaimedGuests(people);
  }

  @Produces
  @Singleton
  Identities identities(
      Accounts.Storage storage, Keyring keyring, ClaimedGuests claimed, Outside outside) {
    return new KnownIdentities(keyring, storage.people(), storage.grants(), claimed, outside);
  }

  @Produces
  @Singleton
  Accounts.Storage storage(
      People people, Grants grants, ChangeLog changes, Transactions transactions) {
    return new Accounts.Storage(people, grants, changes, transactions);
  }

  @Produces
  @Singleton
  Accounts.Door door(SignInSettings settings, ClaimedGuests claimed) {
    return new Accounts.Door(settings.signUpOpen(), new SignInThrottle(System::nanoTime), claimed);
  }

  @Produces
  @Singleton
  Accounts accounts(
      Accounts.Storage storage,
      Keyring keyring,
      OneTimeLinks links,
      Passwords passwords,
      Accounts.Door door) {
    return new Accounts(storage, keyring, links, passwords, door);
  }

  @Produces
  @Singleton
  ChangeFeed changeFeed(ChangeRows rows, Outside outside, @Any Instance<ChangeListener> listeners) {
    return new ChangeFeed(
        rows, outside, change -> listeners.forEach(listener -> tell(listener, change)));
  }

  /** One that fails keeps no other from hearing. */
  private static void tell(ChangeListener listener, AccountChange change) {
    try {
      listener.changed(change);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "event=change_not_heard", e);
    }
  }

  @Produces
  @Singleton
  AccountTicker.Guests guests(Grants grants, ClaimedGuests claimed) {
    return new AccountTicker.Guests(grants, claimed);
  }

  @Produces
  @Singleton
  KnownPermissions knownPermissions() {
    return KnownPermissions.installed();
  }

  @Produces
  @Singleton
  TokenDesk tokenDesk(
      Tokens tokens,
      Accounts.Storage storage,
      Identities identities,
      AccountPolicy policy,
      Outside outside) {
    return new TokenDesk(tokens, storage, identities, policy, outside);
  }
}
