package fanweb.account.rest;

import fanweb.account.Accounts;
import fanweb.account.Identity;
import fanweb.account.Person;
import fanweb.account.UserDraft;
import fanweb.platform.ClientAddresses;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Lets nobody set their own password by what they came with alone, for a session or a token may be
 * stolen. Others' passwords are for whoever may change people.
 */
@Dependent
final class OwnPassword {
  private final Accounts accounts;
  private final ClientAddresses addresses;

  @Inject
  OwnPassword(Accounts accounts, ClientAddresses addresses) {
    this.accounts = accounts;
    this.addresses = addresses;
  }

  /**
   * Demands the old password of whoever sets their own. Hashes.
   *
   * @param id of the person who is to be changed
   * @return lets the person as they are stored pass, who must still have that password then
   */
  UnaryOperator<UserDraft> guard(
      Identity who, long id, UserChanges changes, HttpServletRequest request) {
    if (changes.password() == null || who.userId() != id) {
      return stored -> stored;
    }
    String old = Objects.requireNonNullElse(changes.old(), "");
    Person.Known known = accounts.proven(who, old, addresses.of(request));
    return stored -> {
      if (!stored.passwordHash().equals(known.hash())) {
        throw Accounts.wrongOld();
      }
      return stored;
    };
  }
}
