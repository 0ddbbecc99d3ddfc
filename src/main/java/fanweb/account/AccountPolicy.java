package fanweb.account;

import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.List;

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
              "Sign in, or send a token as Authorization: Bearer <token>; this needs the permission "
                  + permission);
    }
  }
}
