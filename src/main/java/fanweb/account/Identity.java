package fanweb.account;

import java.security.Principal;

/**
 * Who asks, and what they may do: what every policy decides by. The principal of every HTTP request
 * and of every WebSocket's handshake, of those who did not sign in too. Immutable, as of the moment
 * it was made; {@link AccountChange} tells when it is out of date.
 *
 * @param proof how they showed who they are
 * @param credential the number of the session or token that showed it; 0 for others
 * @param userId 0 for whoever is no user
 * @param author their author's id in groups, the same on every node and for ever; empty for a guest
 *     who brought no token
 * @param name what others read; empty for a guest
 * @param permissions what they may do everywhere; what they may do in one group more is that
 *     group's
 */
public record Identity(
    Proof proof, long credential, long userId, String author, String name, Permissions permissions)
    implements Principal {
  /** How somebody shows who they are. */
  public enum Proof {
    /** Not at all, or with a guest's token, which proves no more than that it is the same guest. */
    NONE,
    /** By the cookie of a session. */
    SESSION,
    /** By a token of the API that belongs to a user. */
    TOKEN,
    /** By the token in the settings, which belongs to no user. */
    SETTING
  }

  /** The author of what is done with the token in the settings. */
  public static final String MACHINE_AUTHOR = "api";

  /**
   * Somebody who did not sign in.
   *
   * @param author empty when they brought no guest's token
   * @param permissions the guests'
   */
  public static Identity guest(String author, Permissions permissions) {
    return new Identity(Proof.NONE, 0, 0, author, "", permissions);
  }

  /** Whoever has the token in the settings: may do everything. */
  public static Identity machine() {
    return new Identity(Proof.SETTING, 0, 0, MACHINE_AUTHOR, "", Permissions.ALL);
  }

  /** The author's id of a user who was no guest before. */
  public static String authorOf(long userId) {
    return "u_" + userId;
  }

  /** Whether it is certain who they are. */
  public boolean isSignedIn() {
    return proof != Proof.NONE;
  }

  /** Whether they may do something everywhere. */
  public boolean may(String permission) {
    return permissions.allow(permission);
  }

  /** For logs: never a name somebody chose. */
  @Override
  public String getName() {
    return author.isEmpty() ? "guest" : author;
  }
}
