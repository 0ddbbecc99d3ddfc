package fanweb.account.rest;

import fanweb.account.Login;
import fanweb.account.Passwords;
import fanweb.account.UserDraft;
import fanweb.listing.Records.Assignment;
import fanweb.platform.Fault;
import fanweb.platform.OneLineText;
import fanweb.platform.Patch;
import fanweb.platform.RefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was sent about people, as what is stored of them: texts normalised, passwords hashed. */
@Dependent
final class UserInput {
  /** One login or one password for several people would be a mistake; roles are not columns. */
  private static final Set<String> FOR_MANY = Set.of("name", "age", "data");

  private final Passwords passwords;

  @Inject
  UserInput(Passwords passwords) {
    this.passwords = passwords;
  }

  UserDraft draft(NewUser user) {
    return new UserDraft(
        line(user.name()),
        passwords.hash(user.password(), "/password", own(line(user.name()), login(user.login()))),
        login(user.login()),
        user.age() == null ? NewUser.USUAL_AGE : user.age(),
        number(user.data()),
        roles(user.roles()),
        true);
  }

  /** The change of one person. Hashes at once, so that nothing is locked meanwhile. */
  UnaryOperator<UserDraft> change(Patch<UserChanges> changes) {
    UserChanges to = changes.value();
    Optional<String> hash =
        Optional.ofNullable(to.password())
            .map(text -> passwords.hash(text, "/password", List.of()));
    return old -> {
      String name = to.name() == null ? old.name() : line(to.name());
      Optional<String> login = changes.gives("login") ? login(to.login()) : old.login();
      if (to.password() != null) {
        passwords.demandNoneOf(own(name, login), to.password(), "/password");
      }
      return new UserDraft(
          name,
          hash.orElse(old.passwordHash()),
          login,
          to.age() == null ? old.age() : to.age(),
          changes.gives("data") ? number(to.data()) : old.data(),
          to.roles() == null ? old.roles() : roles(to.roles()),
          to.active() == null ? old.active() : to.active());
    };
  }

  private static List<String> own(String name, Optional<String> login) {
    return Stream.concat(Stream.of(name), login.stream()).toList();
  }

  List<Assignment> assignments(Patch<UserChanges> changes) {
    List<Fault> faults =
        changes.given().stream()
            .filter(name -> !FOR_MANY.contains(name))
            .sorted()
            .map(name -> Fault.inBody("/" + name, "can be changed for one person at a time only"))
            .toList();
    if (!faults.isEmpty()) {
      throw RefusedException.invalid(faults);
    }
    UserChanges to = changes.value();
    return Stream.of(
            new Assignment("name", to.name() == null ? null : line(to.name())),
            new Assignment("age", to.age()),
            new Assignment("data", to.data()))
        .filter(assignment -> changes.gives(assignment.field()))
        .toList();
  }

  static String line(String text) {
    return OneLineText.normal(text);
  }

  private static Optional<String> login(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Login.plain(text)
            .orElseThrow(
                () -> RefusedException.invalid(Fault.inBody("/login", NewUser.LOGIN_RULE))));
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static List<String> roles(@Nullable List<String> codes) {
    return Objects.requireNonNullElse(codes, List.<String>of()).stream().distinct().toList();
  }
}
