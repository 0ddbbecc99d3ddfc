package fanweb.account;

import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.util.function.LongSupplier;

/**
 * Slows down those who guess passwords: by login and address together, and by address over all
 * logins. Never keeps somebody out who comes from another address. Each node counts for itself, in
 * bounded memory. Any thread.
 */
public final class SignInThrottle {
  private static final int FREE_BY_LOGIN = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final int FREE_SIGN_UPS = 10;

  private final Delays byLogin;
  private final Delays byAddress;
  private final Delays signUps;

  /**
   * Makes one.
   *
   * @param nanos a clock that only goes on
   */
  public SignInThrottle(LongSupplier nanos) {
    this.byLogin = new Delays(FREE_BY_LOGIN, nanos);
    this.byAddress = new Delays(FREE_BY_ADDRESS, nanos);
    this.signUps = new Delays(FREE_SIGN_UPS, nanos);
  }

  /**
   * Begins a try, which counts as a failed one until it is known to be a good one.
   *
   * @param login in its plain form, of a user or not
   * @throws RefusedException when it comes too soon; then it does not count
   */
  Try begin(String login, ClientAddress address) {
    Try attempt = new Try(Fingerprint.of(login) + " " + address.network(), address.network());
    synchronized (byLogin) {
      demand(Math.max(byLogin.wait(attempt.pair), byAddress.wait(attempt.address)));
      byLogin.count(attempt.pair);
      byAddress.count(attempt.address);
    }
    return attempt;
  }

  /**
   * Begins making an account.
   *
   * @throws RefusedException when there were too many from there
   */
  void beginSignUp(ClientAddress address) {
    synchronized (signUps) {
      demand(signUps.wait(address.network()));
      signUps.count(address.network());
    }
  }

  private static void demand(int seconds) {
    if (seconds > 0) {
      throw new RefusedException(
          Reason.TOO_OFTEN,
          "Too many tries: wait " + seconds + " s and try again",
          "too_many_tries",
          seconds);
    }
  }

  /** One try. */
  final class Try {
    private final String pair;
    private final String address;

    private Try(String pair, String address) {
      this.pair = pair;
      this.address = address;
    }

    /** It was the right password. */
    void succeeded() {
      byLogin.forget(pair);
      byAddress.takeBack(address);
    }

    /** There was no telling. */
    void undecided() {
      byLogin.takeBack(pair);
      byAddress.takeBack(address);
    }
  }
}
