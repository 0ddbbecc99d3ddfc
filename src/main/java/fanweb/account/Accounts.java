package fanweb.account;

import fanweb.platform.RefusedException;
import java.util.List;
import java.util.Optional;

/**
 * Signing in and out, and what people do with their own accounts. Blocks: reads and writes the
 * database, and hashes. Any thread.
 *
 * <p>What cannot be done is a {@link RefusedException}. Its faults point at {@code /login}, {@code
 * /name}, {@code /password} or {@code /old}; where a page must tell cases apart, it has a code:
 * {@code wrong_credentials} (401), {@code too_many_tries} (429, with seconds to wait), {@code
 * sign_up_closed} (403), {@code link_spent} (404), {@code login_taken} (409).
 */
public interface Accounts {
  /** Whether whoever comes may make an account. */
  boolean isSignUpOpen();

  /**
   * Signs somebody in. Takes as long for a login that is not there as for a wrong password.
   *
   * @param remember whether the session outlives the browser's closing
   */
  SignedIn signIn(String login, String password, boolean remember, Visit visit);

  /** Makes an account and signs in. A guest becomes that user, and keeps what they said. */
  SignedIn signUp(SignUp wanted, Visit visit);

  /** Ends the session of whoever asks. */
  void signOut(Identity who);

  /** Who asks, as others know them. */
  User profile(Identity who);

  /** Changes the name that others read. */
  User rename(Identity who, String name);

  /** Changes a password; ends all sessions of that user, and begins a new one here. */
  SignedIn changePassword(Identity who, String old, String password, Visit visit);

  /** The sessions of whoever asks, the latest first. */
  List<Session> sessions(Identity who);

  /** Ends one of one's own sessions. */
  void endSession(Identity who, long session);

  /** What a link is for; empty when it is spent, out of date or was never made. */
  Optional<OneTimeLink> link(Secret secret);

  /** Makes the first administrator and signs in. */
  SignedIn setUp(Secret link, SignUp wanted, Visit visit);

  /** Sets the password that a link allows to set, ends the user's sessions and signs in. */
  SignedIn reset(Secret link, String password, Visit visit);
}
