package fanweb.account;

import fanweb.platform.Fault;
import fanweb.platform.OneLineText;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody becomes a user. Any thread. */
final class Registration {
  static final int LONGEST_NAME = 32;
  private static final String PASSWORD = "/password";

  private final People people;
  private final ChangeLog changes;
  private final ClaimedGuests claimed;
  private final Passwords passwords;

  Registration(People people, ChangeLog changes, ClaimedGuests claimed, Passwords passwords) {
    this.people = people;
    this.changes = changes;
    this.claimed = claimed;
    this.passwords = passwords;
  }

  /**
   * What somebody chose as it will be stored. Hashes, so call it before anything is held.
   *
   * @throws RefusedException with all that is wrong with login, name and password
   */
  Person.New checked(SignUp wanted) {
    Optional<String> login = Login.plain(wanted.login());
    Optional<String> name = OneLineText.parse(wanted.name(), LONGEST_NAME);
    List<Fault> faults = new ArrayList<>();
    if (login.isEmpty()) {
      faults.add(Fault.inBody("/login", Login.RULE));
    }
    if (name.isEmpty()) {
      faults.add(nameFault());
    }
    List<String> own = Stream.of(login, name).flatMap(Optional::stream).toList();
    passwords.fault(wanted.password(), PASSWORD, own).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
    String hash = passwords.hash(wanted.password(), PASSWORD, own);
    return new Person.New(login.orElseThrow(), name.orElseThrow(), hash);
  }

  /** Makes the user, in the caller's transaction. A guest hands over their author's id. */
  Person add(Person.New wanted, Visit visit) {
    Person person =
        people
            .add(wanted)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Reason.CONFLICT, "There is another with this login", "login_taken", 0));
    changes.note(new AccountChange.UserChanged(person.id()));
    Optional<String> author =
        visit.guest().map(GuestToken::authorId).filter(guest -> people.claim(person.id(), guest));
    author.ifPresent(guest -> changes.note(new AccountChange.GuestClaimed(guest)));
    return author
        .map(guest -> new Person(person.id(), person.login(), person.name(), guest, true))
        .orElse(person);
  }

  /** Once they are a user for certain, their token as a guest is worth nothing on this node. */
  void settled(Identity who) {
    if (!who.author().equals(Identity.authorOf(who.userId()))) {
      claimed.changed(new AccountChange.GuestClaimed(who.author()));
    }
  }

  static Fault nameFault() {
    return Fault.inBody(
        "/name",
        "must have 1 to " + LONGEST_NAME + " characters, none of them a control character");
  }
}
