package fanweb.account;

import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what with people, roles and credentials; resources and pages ask nobody else. Any
 * thread.
 */
public final class AccountPolicy {
  /** Read about people. */
  public static final String VIEW_USERS = "user.view";

  /** Make people. */
  public static final String ADD_USERS = "user.add";

  /** Change people, give them roles, end their sessions, make links that reset their passwords. */
  public static final String CHANGE_USERS = "user.change";

  /** Delete people. */
  public static final String DELETE_USERS = "user.delete";

  /** Read about roles. */
  public static final String VIEW_ROLES = "role.view";

  /** Make roles. */
  public static final String ADD_ROLES = "role.add";

  /** Change roles, and what they allow. */
  public static final String CHANGE_ROLES = "role.change";

  /** Delete roles. */
  public static final String DELETE_ROLES = "role.delete";

  /** Make tokens of the API for oneself. */
  public static final String ADD_TOKENS = "token.add";

  /** All of them. */
  static final List<String> PERMISSIONS =
      List.of(
          VIEW_USERS,
          ADD_USERS,
          CHANGE_USERS,
          DELETE_USERS,
          VIEW_ROLES,
          ADD_ROLES,
          CHANGE_ROLES,
          DELETE_ROLES,
          ADD_TOKENS);

  /**
   * Lets only those pass who may do something.
   *
   * @throws RefusedException 401 for whoever did not sign in, 403 for others
   */
  public void demand(Identity who, String permission) {
    if (!who.may(permission)) {
      throw who.isSignedIn()
          ? new RefusedException(
              Reason.FORBIDDEN, "You may not do this: it needs the permission " + permission)
          : new RefusedException(
              Reason.UNAUTHENTICATED,
              "This needs the permission "
                  + permission
                  + ": sign in, or send a token of yours, or the one in the setting"
                  + " fanweb.api.token, as Authorization: Bearer <token>");
    }
  }

  /**
   * Lets only those pass who have an account, for what belongs to one. With a token, only one that
   * may make tokens: others are for something else.
   *
   * @throws RefusedException 401 for whoever did not sign in, 403 for others
   */
  public void demandAccount(Identity who) {
    if (who.proof() == Identity.Proof.SETTING) {
      throw new RefusedException(
          Reason.FORBIDDEN,
          "The token in the setting fanweb.api.token is nobody's: it has no account");
    }
    if (who.proof() != Identity.Proof.SESSION) {
      demand(who, ADD_TOKENS);
    }
    if (who.userId() == 0) {
      throw new RefusedException(Reason.UNAUTHENTICATED, "Sign in: guests have no account");
    }
  }

  /**
   * Lets nobody give to others, in a role or as a permission of a role, or take from a role, what
   * they have not themselves.
   *
   * @throws RefusedException 403, with the first that they have not
   */
  public void demandOwn(Identity who, Permissions given) {
    missing(who, given)
        .ifPresent(
            code -> {
              throw new RefusedException(
                  Reason.FORBIDDEN,
                  "You may not give or take what you have not yourself: the permission " + code);
            });
  }

  /**
   * Lets nobody change, delete or reset the password of somebody who may more than they.
   *
   * @param theirs what those others may by their own roles
   * @throws RefusedException 403, with the first that they have not
   */
  public void demandRank(Identity who, Permissions theirs) {
    missing(who, theirs)
        .ifPresent(
            code -> {
              throw new RefusedException(
                  Reason.FORBIDDEN,
                  "You may not change or delete somebody who may more than you: the permission "
                      + code);
            });
  }

  private static Optional<String> missing(Identity who, Permissions wanted) {
    return wanted.codes().stream().filter(code -> !who.may(code)).sorted().findFirst();
  }
}
