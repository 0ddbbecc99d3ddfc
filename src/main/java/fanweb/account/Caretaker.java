package fanweb.account;

import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What whoever runs the site may do with accounts without signing in. Running servers hear of it
 * within seconds, like of any other change. Blocks: reads and writes the database, and hashes. Any
 * thread. What cannot be done is a {@link RefusedException}, with faults as {@link Accounts} has
 * them.
 */
public final class Caretaker {
  private final Accounts.Storage storage;
  private final Keyring keyring;
  private final Passwords passwords;
  private final Outside outside;
  private final Registration registration;

  /** A caretaker of these accounts. */
  public Caretaker(
      Accounts.Storage storage, Keyring keyring, Passwords passwords, Outside outside) {
    this.storage = storage;
    this.keyring = keyring;
    this.passwords = passwords;
    this.outside = outside;
    this.registration =
        new Registration(
            storage.people(), storage.changes(), new ClaimedGuests(storage.people()), passwords);
  }

  /** Makes somebody who may do everything, whether or not there is such a one. */
  public Person addAdministrator(SignUp wanted) {
    Person.New checked = registration.checked(wanted);
    Visit visit = new Visit(ClientAddress.LOCAL, "", Optional.empty());
    return storage
        .transactions()
        .within(
            () -> {
              Person person = registration.add(checked, visit);
              storage.people().promote(person.id());
              return person;
            });
  }

  /** Sets a password, and ends the sessions and tokens of whoever has it. */
  public void setPassword(Person person, String password) {
    String hash = passwords.hash(password, "/password", List.of(person.login(), person.name()));
    storage
        .transactions()
        .within(
            () -> {
              hold(person);
              keyring.endAllOf(person.id());
              storage.people().setHash(person.id(), hash);
              storage.changes().note(new AccountChange.UserChanged(person.id()));
              return person;
            });
  }

  /** Makes a token of somebody's, which may at most what they may. */
  public Token.Made makeToken(Person person, TokenRequest wanted) {
    return storage
        .transactions()
        .within(
            () -> {
              hold(person);
              Instant now = outside.now();
              Secret secret = outside.draw(Secret.Kind.TOKEN);
              TokenDraft draft =
                  new TokenDraft(
                      secret.fingerprint(),
                      wanted.name(),
                      wanted.scopes(),
                      now,
                      wanted.ends().orElse(now.plus(TokenDesk.USUAL)),
                      OptionalLong.empty());
              return new Token.Made(secret, keyring.tokens().create(person.id(), draft));
            });
  }

  /**
   * When a token ends that lasts so long from now.
   *
   * @throws RefusedException when that is longer than tokens last
   */
  public Instant endOf(Duration lasting) {
    if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(TokenDesk.LONGEST) > 0) {
      throw new RefusedException(
          Reason.INVALID, "A token lasts 1 to " + TokenDesk.LONGEST.toDays() + " days");
    }
    return outside.now().plus(lasting);
  }

  /** The sessions that somebody has open, the last seen first. */
  public List<Session> sessions(Person person) {
    return keyring.sessions().of(person.id());
  }

  /** Ends all sessions of somebody. */
  public void endSessions(Person person) {
    keyring.sessions().endAllOf(person.id());
  }

  /**
   * Who has a login.
   *
   * @throws RefusedException when nobody has
   */
  public Person byLogin(String login) {
    return Login.plain(login)
        .flatMap(storage.people()::byLogin)
        .map(Person.Known::person)
        .orElseThrow(() -> nobody(login));
  }

  /** Looked at again while nobody can change them. */
  private void hold(Person person) {
    if (storage.people().hold(person.id()).isEmpty()) {
      throw nobody(person.login());
    }
  }

  private static RefusedException nobody(String login) {
    return new RefusedException(Reason.MISSING, "There is nobody with the login " + login);
  }
}
