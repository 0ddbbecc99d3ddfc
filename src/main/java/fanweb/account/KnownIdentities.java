package fanweb.account;

import java.util.Optional;

/** Finds out who asks by what is stored. */
public final class KnownIdentities implements Identities {
  private final Sessions sessions;
  private final Tokens tokens;
  private final People people;
  private final Grants grants;
  private final ClaimedGuests claimed;
  private final Outside outside;

  /** Makes one. */
  public KnownIdentities(
      Keyring keyring, People people, Grants grants, ClaimedGuests claimed, Outside outside) {
    this.sessions = keyring.sessions();
    this.tokens = keyring.tokens();
    this.people = people;
    this.grants = grants;
    this.claimed = claimed;
    this.outside = outside;
  }

  @Override
  public Optional<Identity> bySession(Secret secret) {
    return sessions.open(secret).map(this::identity);
  }

  @Override
  public Optional<Entry> enter(Secret secret) {
    return sessions
        .open(secret)
        .map(
            found -> {
              Identity who = identity(found);
              return new Entry(
                  who,
                  Optional.ofNullable(sessions.renewed(found, secret, who.permissions())),
                  found.session());
            });
  }

  @Override
  public Optional<Identity> byToken(Secret secret) {
    return tokens.byFingerprint(secret.fingerprint(), outside.now()).flatMap(this::identity);
  }

  @Override
  public Optional<Identity> again(Identity before) {
    return switch (before.proof()) {
      case NONE ->
          isClaimed(before.author()) ? Optional.empty() : Optional.of(guest(before.author()));
      case SESSION -> sessions.open(before.credential()).map(this::identity);
      case TOKEN -> tokens.byId(before.credential()).flatMap(this::identity);
      case SETTING -> Optional.of(before);
    };
  }

  @Override
  public Identity guest(String author) {
    return Identity.guest(author, grants.ofGuests());
  }

  @Override
  public boolean isClaimed(String author) {
    return !author.isEmpty() && claimed.contains(author);
  }

  private Identity identity(SessionStore.Stored found) {
    return of(Identity.Proof.SESSION, found.session().id(), found.person());
  }

  Identity of(Identity.Proof proof, long credential, Person person) {
    return new Identity(
        proof, credential, person.id(), person.author(), person.name(), grants.ofUser(person.id()));
  }

  private Optional<Identity> identity(Tokens.Held token) {
    return people
        .byId(token.userId())
        .map(Person.Known::person)
        .filter(person -> person.active() && outside.now().isBefore(token.ends()))
        .map(person -> of(Identity.Proof.TOKEN, token.id(), person))
        .map(who -> narrowed(who, token.scopes()));
  }

  private static Identity narrowed(Identity who, Permissions scope) {
    return new Identity(
        who.proof(),
        who.credential(),
        who.userId(),
        who.author(),
        who.name(),
        who.permissions().within(scope));
  }
}
