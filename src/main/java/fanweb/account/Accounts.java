package fanweb.account;

import fanweb.platform.ClientAddress;
import fanweb.platform.Fault;
import fanweb.platform.OneLineText;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signing in and out, and what people do with their own accounts. Blocks: reads and writes the
 * database, and hashes. Any thread.
 *
 * <p>What cannot be done is a {@link RefusedException}. Its faults point at {@code /login}, {@code
 * /name}, {@code /password} or {@code /old}; where a page must tell cases apart, it has a code:
 * {@code wrong_credentials} (401), {@code too_many_tries} (429, with seconds to wait), {@code
 * sign_up_closed} (403), {@code link_spent} (404), {@code login_taken} (409).
 */
public final class Accounts {
  private static final Logger LOG = System.getLogger(Accounts.class.getName());

  private final Storage storage;
  private final Sessions sessions;
  private final Keyring keyring;
  private final OneTimeLinks links;
  private final Passwords passwords;
  private final Door door;
  private final Registration registration;
  private final PasswordCheck check;

  /** Accounts made of these parts. */
  public Accounts(
      Storage storage, Keyring keyring, OneTimeLinks links, Passwords passwords, Door door) {
    this.storage = storage;
    this.sessions = keyring.sessions();
    this.keyring = keyring;
    this.links = links;
    this.passwords = passwords;
    this.door = door;
    this.registration = new Registration(storage.people, storage.changes, door.claimed, passwords);
    this.check = new PasswordCheck(storage.people, passwords, door.throttle);
  }

  /**
   * Where accounts are.
   *
   * @param people all of them
   * @param grants what they may do
   * @param changes what others must hear of
   * @param transactions holds it together
   */
  public record Storage(
      People people, Grants grants, ChangeLog changes, Transactions transactions) {}

  /**
   * What somebody comes by who wants to be let in.
   *
   * @param open whether whoever comes may make an account
   * @param throttle slows down those who guess
   * @param claimed guests who became users
   */
  public record Door(boolean open, SignInThrottle throttle, ClaimedGuests claimed) {}

  /** Whether whoever comes may make an account. */
  public boolean isSignUpOpen() {
    return door.open;
  }

  /**
   * Signs somebody in. Takes as long for a login that is not there as for a wrong password.
   *
   * @param remember whether the session outlives the browser's closing
   */
  public SignedIn signIn(String login, String password, boolean remember, Visit visit) {
    Person.Known known =
        check.known(login, password, visit.address()).orElseThrow(Accounts::wrongCredentials);
    String hash = passwords.upgraded(password, known.hash());
    return within(
        () -> {
          Person person = held(known);
          if (!hash.equals(known.hash())) {
            storage.people.setHash(person.id(), hash);
          }
          return begin(person, remember, visit);
        });
  }

  /** Makes an account and signs in. A guest becomes that user, and keeps what they said. */
  public SignedIn signUp(SignUp wanted, Visit visit) {
    if (!door.open) {
      throw new RefusedException(
          Reason.FORBIDDEN,
          "Nobody can make an account here: fanweb.account.sign-up is closed",
          "sign_up_closed",
          0);
    }
    door.throttle.beginSignUp(visit.address());
    Person.New person = registration.checked(wanted);
    SignedIn made = within(() -> begin(registration.add(person, visit), false, visit));
    registration.settled(made.identity());
    return made;
  }

  /** Ends the session of whoever asks. */
  public void signOut(Identity who) {
    sessions.end(sessionOf(who), who.userId());
  }

  /** Who asks, as others know them. */
  public User profile(Identity who) {
    return storage.people.user(userOf(who)).orElseThrow(Accounts::unauthenticated);
  }

  /** Changes the name that others read. */
  public User rename(Identity who, String name) {
    String line =
        OneLineText.parse(name, Registration.LONGEST_NAME)
            .orElseThrow(() -> RefusedException.invalid(Registration.nameFault()));
    return within(
        () -> {
          storage.people.rename(userOf(who), line);
          storage.changes.note(new AccountChange.UserChanged(who.userId()));
          return profile(who);
        });
  }

  /**
   * Changes a password; ends all sessions of that user, and their tokens unless they keep them, and
   * begins a new session here.
   */
  public SignedIn changePassword(Identity who, PasswordChange wanted, Visit visit) {
    long session = sessionOf(who);
    Person.Known known = proven(who, wanted.old(), visit.address());
    String hash = passwords.hash(wanted.password(), "/password", own(known.person()));
    return within(
        () -> {
          // Held before anything is read: what is read sees what was stored while it waited.
          Person person = held(known);
          boolean remembered =
              sessions.open(session).orElseThrow(Accounts::unauthenticated).session().remembered();
          CredentialEnds ends = wanted.keepTokens() ? sessions::endAllOf : keyring;
          ends.endAllOf(person.id());
          return anew(person, hash, remembered, visit);
        });
  }

  /**
   * Whoever asks, when they know their own password too: what they came with may be stolen.
   *
   * @throws RefusedException when it is another, or comes too soon after wrong ones
   */
  public Person.Known proven(Identity who, String old, ClientAddress address) {
    String login =
        storage
            .people
            .byId(userOf(who))
            .map(known -> known.person().login())
            .orElseThrow(Accounts::unauthenticated);
    return check.known(login, old, address).orElseThrow(Accounts::wrongOld);
  }

  /** The sessions of whoever asks, the latest first. */
  public List<Session> sessions(Identity who) {
    return sessions.of(userOf(who));
  }

  /** Ends one of one's own sessions. */
  public void endSession(Identity who, long session) {
    if (!sessions.end(session, userOf(who))) {
      throw new RefusedException(Reason.MISSING, "You have no session with the id " + session);
    }
  }

  /** What a link is for; empty when it is spent, out of date or was never made. */
  public Optional<OneTimeLink> link(Secret secret) {
    return links.find(secret).map(OneTimeLinks.Found::told);
  }

  /** Makes the first administrator and signs in. */
  public SignedIn setUp(Secret link, SignUp wanted, Visit visit) {
    if (links.find(link).filter(OneTimeLinks.Found::isSetUp).isEmpty()) {
      throw OneTimeLinks.spent();
    }
    Person.New first = registration.checked(wanted);
    SignedIn made =
        within(
            () -> {
              if (storage.people.holdAdministrators()) {
                throw OneTimeLinks.spent();
              }
              links.spend(link);
              Person person = registration.add(first, visit);
              storage.people.promote(person.id());
              return begin(person, false, visit);
            });
    registration.settled(made.identity());
    return made;
  }

  /**
   * Sets the password that a link allows to set, ends the user's sessions and tokens and signs in.
   */
  public SignedIn reset(Secret link, String password, Visit visit) {
    Person person =
        links.find(link).flatMap(OneTimeLinks.Found::person).orElseThrow(OneTimeLinks::spent);
    String hash = passwords.hash(password, "/password", own(person));
    return within(
        () -> {
          Person held =
              storage
                  .people
                  .hold(person.id())
                  .map(Person.Known::person)
                  .filter(Person::active)
                  .orElseThrow(OneTimeLinks::spent);
          links.spend(link);
          keyring.endAllOf(held.id());
          return anew(held, hash, false, visit);
        });
  }

  private SignedIn anew(Person person, String hash, boolean remember, Visit visit) {
    storage.people.setHash(person.id(), hash);
    door.throttle.forgetPlaces(person.login());
    LOG.log(
        Level.INFO,
        "event=password_changed user={0} address={1}",
        Long.toString(person.id()),
        visit.address());
    return begin(person, remember, visit);
  }

  private SignedIn begin(Person person, boolean remember, Visit visit) {
    Permissions granted = storage.grants.ofUser(person.id());
    Sessions.Begun begun = sessions.begin(person, granted, remember, visit);
    Identity who =
        new Identity(
            Identity.Proof.SESSION,
            begun.session().id(),
            person.id(),
            person.author(),
            person.name(),
            granted);
    door.throttle.welcome(person.login(), visit.address());
    return new SignedIn(begun.secret(), begun.session(), who);
  }

  /** The one whose password was right, held; the password may have been changed meanwhile. */
  private Person held(Person.Known known) {
    return storage
        .people
        .hold(known.person().id())
        .filter(now -> now.person().active() && now.hash().equals(known.hash()))
        .map(Person.Known::person)
        .orElseThrow(Accounts::wrongCredentials);
  }

  private <T> T within(Supplier<T> work) {
    return storage.transactions.within(work);
  }

  private static List<String> own(Person person) {
    return List.of(person.login(), person.name());
  }

  private static long userOf(Identity who) {
    if (who.userId() == 0) {
      throw unauthenticated();
    }
    return who.userId();
  }

  private static long sessionOf(Identity who) {
    if (who.proof() != Identity.Proof.SESSION) {
      throw unauthenticated();
    }
    return who.credential();
  }

  private static RefusedException unauthenticated() {
    return new RefusedException(Reason.UNAUTHENTICATED, "Sign in first");
  }

  /** Password of whoever asks is another than they say. */
  public static RefusedException wrongOld() {
    return RefusedException.invalid(Fault.inBody("/old", "is not the password"));
  }

  private static RefusedException wrongCredentials() {
    return new RefusedException(
        Reason.UNAUTHENTICATED, "Login and password do not match", "wrong_credentials", 0);
  }
}
