package fanweb.account;

import fanweb.account.OneTimeLink.Made;
import fanweb.account.OneTimeLink.Purpose;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links that work once: made by an administrator or at the start of the server, used by {@link
 * Accounts}. One that resets a password works as long as its user is as they were when it was made:
 * any change of theirs, of their password, login, roles or whatever else, and any change of what
 * they may do makes it worthless, whoever makes it and by whichever way. Blocks: reads and writes
 * the database, in the caller's transaction if there is one. Any thread.
 */
public final class OneTimeLinks {
  private static final Duration SET_UP_LASTS = Duration.ofHours(24);
  private static final Duration RESET_LASTS = Duration.ofHours(1);

  private final LinkStore store;
  private final People people;
  private final Grants grants;
  private final Outside outside;

  /** Links in a store. */
  public OneTimeLinks(LinkStore store, People people, Grants grants, Outside outside) {
    this.store = store;
    this.people = people;
    this.grants = grants;
    this.outside = outside;
  }

  /** Makes one for the first administrator; empty when there is an administrator. */
  public Optional<Made> setUp() {
    return people.hasAdministrator()
        ? Optional.empty()
        : Optional.of(make(Purpose.SET_UP, Optional.empty(), SET_UP_LASTS));
  }

  /** Makes one for somebody who cannot sign in, on the server's console; empty for nobody. */
  public Optional<Made> reset(String login) {
    return Login.plain(login)
        .flatMap(people::byLogin)
        .map(Person.Known::person)
        .filter(Person::active)
        .map(person -> make(Purpose.RESET, Optional.of(person), RESET_LASTS));
  }

  /**
   * Makes one for somebody else.
   *
   * @param who asks; may change people
   * @throws RefusedException when there is no such user, they could not use it, or they may do what
   *     whoever asks may not: the link would give it to them
   */
  public Made reset(Identity who, long userId) {
    Person person =
        people
            .byId(userId)
            .map(Person.Known::person)
            .orElseThrow(() -> missing("There is no user with the id " + userId));
    if (who.userId() == userId) {
      throw new RefusedException(
          Reason.FORBIDDEN, "Nobody resets their own password: change it, which needs the old one");
    }
    if (!who.permissions().cover(grants.ofUser(userId))) {
      throw new RefusedException(
          Reason.FORBIDDEN, "This user may do more than you: somebody else must make the link");
    }
    if (!person.active() || person.login().isEmpty()) {
      throw new RefusedException(
          Reason.CONFLICT, "This user cannot sign in: they are not active, or have no login");
    }
    return make(Purpose.RESET, Optional.of(person), RESET_LASTS);
  }

  /** What a link is for; empty when it is spent, out of date, of no use any more or unknown. */
  Optional<Found> find(Secret secret) {
    return store
        .find(secret.fingerprint(), outside.now())
        .map(stored -> new Found(stored, personOf(stored)))
        .filter(found -> found.isSetUp() ? !people.hasAdministrator() : isAsItWas(found));
  }

  private boolean isAsItWas(Found found) {
    return found.person().isPresent()
        && found.stored().stamp().equals(stamp(found.stored().userId()));
  }

  /** Each change of a user raises their version; what their roles allow may change without. */
  private String stamp(long userId) {
    Stream<String> version =
        people.user(userId).map(user -> Integer.toString(user.version())).stream();
    Stream<String> granted = grants.ofUser(userId).codes().stream().sorted();
    return Fingerprint.of(Stream.concat(version, granted).collect(Collectors.joining("\n")));
  }

  /**
   * Uses it up. To be called while whoever it is for is held, so that it is still good when they
   * are changed by it.
   *
   * @throws RefusedException when it is spent, also when somebody else was faster
   */
  void spend(Secret secret) {
    if (find(secret).isEmpty() || !store.spend(secret.fingerprint(), outside.now())) {
      throw spent();
    }
  }

  /** Removes what nobody can use. */
  public void purge() {
    store.purge(outside.now());
  }

  static RefusedException spent() {
    return new RefusedException(
        Reason.MISSING, "This link was used, is out of date or was never made", "link_spent", 0);
  }

  private static RefusedException missing(String detail) {
    return new RefusedException(Reason.MISSING, detail);
  }

  private Optional<Person> personOf(LinkStore.Stored stored) {
    return people.byId(stored.userId()).map(Person.Known::person).filter(Person::active);
  }

  private Made make(Purpose purpose, Optional<Person> person, Duration lasts) {
    Secret secret = outside.draw(Secret.Kind.LINK);
    Instant ends = outside.now().plus(lasts).truncatedTo(ChronoUnit.SECONDS);
    store.add(
        secret.fingerprint(),
        new LinkStore.Stored(
            purpose,
            person.map(Person::id).orElse(0L),
            ends,
            person.map(one -> stamp(one.id())).orElse("")));
    return new Made(secret, new OneTimeLink(purpose, person.map(Person::login), ends));
  }

  /**
   * A link that works.
   *
   * @param stored the link
   * @param person whose password it resets
   */
  record Found(LinkStore.Stored stored, Optional<Person> person) {
    boolean isSetUp() {
      return stored.purpose() == Purpose.SET_UP;
    }

    OneTimeLink told() {
      return new OneTimeLink(stored.purpose(), person.map(Person::login), stored.ends());
    }
  }
}
