package fanweb.account;

import fanweb.platform.ClientAddress;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Slows down those who guess passwords, without keeping those out who know them. A try is counted
 * three times: for its login and address together, for its address over all logins, and for its
 * login over all addresses. The last is asked only when the guesses come from several addresses:
 * what comes from one never slows another.
 *
 * <p>Where a login signed in within {@value #KNOWN_DAYS} days is a known place of it: tries there
 * have an allowance of their own and pass the two other counts, so that neither neighbours who
 * guess nor guesses from all over the world keep somebody out where they usually are.
 *
 * <p>Each node counts for itself and in memory, which has bounds: see {@link Delays} and {@link
 * Latest}. A start forgets all of it. Any thread.
 */
public final class SignInThrottle {
  private static final int FREE_BY_PAIR = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final int FREE_BY_LOGIN = 10;
  private static final int FREE_SIGN_UPS = 10;
  private static final int KNOWN_DAYS = 30;

  /** Whoever guesses on and on is worth one line a minute. */
  private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

  private static final Logger LOG = System.getLogger(SignInThrottle.class.getName());

  private final LongSupplier nanos;
  private final Delays byPair;
  private final Delays byAddress;
  private final Delays byLogin;
  private final Delays signUps;
  private final Latest<Long> welcomed = new Latest<>();
  private final AtomicLong toldAt;
  private final AtomicInteger untold = new AtomicInteger();

  /**
   * Makes one.
   *
   * @param nanos a clock that only goes on
   */
  public SignInThrottle(LongSupplier nanos) {
    this.nanos = nanos;
    this.toldAt = new AtomicLong(nanos.getAsLong() - SILENCE_NANOS);
    this.byPair = new Delays(FREE_BY_PAIR, nanos);
    this.byAddress = new Delays(FREE_BY_ADDRESS, nanos);
    this.byLogin = new Delays(FREE_BY_LOGIN, nanos);
    this.signUps = new Delays(FREE_SIGN_UPS, nanos);
  }

  /**
   * Begins a try, which counts as a failed one until it is known to be a good one.
   *
   * @param login in its plain form, of a user or not; empty for what cannot be one
   * @throws RefusedException when it comes too soon; then it does not count
   */
  Try begin(String login, ClientAddress address) {
    String pair = pair(login, address);
    synchronized (byPair) {
      List<Count> others =
          isKnown(pair) ? List.of() : others(pair, Fingerprint.of(login), address, login.isEmpty());
      Try attempt = new Try(new Count(byPair, pair), others);
      demand(attempt.all().mapToInt(Count::left).max().orElse(0), address);
      attempt.all().forEach(Count::add);
      return attempt;
    }
  }

  /**
   * Somebody has come in: from here on it is a known place of theirs, unless it is this machine,
   * which all the world seems to be behind a proxy that nobody named.
   */
  void welcome(String login, ClientAddress address) {
    if (!address.isLocal()) {
      synchronized (welcomed) {
        welcomed.put(pair(login, address), nanos.getAsLong());
      }
    }
  }

  /** They have another password: whoever knew the one before is nobody they know. */
  void forgetPlaces(String login) {
    String places = Fingerprint.of(login) + " ";
    synchronized (welcomed) {
      welcomed.keySet().removeIf(place -> place.startsWith(places));
    }
  }

  /**
   * Begins making an account.
   *
   * @throws RefusedException when there were too many from there
   */
  void beginSignUp(ClientAddress address) {
    synchronized (signUps) {
      demand(signUps.wait(address.network()), address);
      signUps.count(address.network());
    }
  }

  private List<Count> others(String pair, String login, ClientAddress address, boolean noLogin) {
    Count there = new Count(byAddress, address.network());
    if (noLogin) {
      return List.of(there);
    }
    // Else one address alone could fill it, by going on as slowly as its own count demands.
    boolean several = byPair.isFree(pair) || !byLogin.isFree(login);
    if (!several) {
      // Nor is it forgotten while that one goes on, or a new address an hour would not add up.
      byLogin.touch(login);
    }
    return several ? List.of(there, new Count(byLogin, login)) : List.of(there);
  }

  private boolean isKnown(String pair) {
    synchronized (welcomed) {
      Long since = welcomed.get(pair);
      return since != null && nanos.getAsLong() - since <= Duration.ofDays(KNOWN_DAYS).toNanos();
    }
  }

  private static String pair(String login, ClientAddress address) {
    return Fingerprint.of(login) + " " + address.network();
  }

  private void demand(int seconds, ClientAddress address) {
    if (seconds > 0) {
      tell(address);
      throw new RefusedException(
          Reason.TOO_OFTEN,
          "Too many tries: wait " + seconds + " s and try again",
          "too_many_tries",
          seconds);
    }
  }

  private void tell(ClientAddress address) {
    long now = nanos.getAsLong();
    long last = toldAt.get();
    untold.incrementAndGet();
    if (now - last >= SILENCE_NANOS && toldAt.compareAndSet(last, now)) {
      LOG.log(
          Level.WARNING,
          "event=tries_slowed address=" + address + " refused=" + untold.getAndSet(0));
    }
  }

  /** One count of a try. */
  private record Count(Delays delays, String who) {
    int left() {
      return delays.wait(who);
    }

    void add() {
      delays.count(who);
    }

    void takeBack() {
      delays.takeBack(who);
    }
  }

  /** One try. */
  static final class Try {
    private final Count pair;
    private final List<Count> others;

    private Try(Count pair, List<Count> others) {
      this.pair = pair;
      this.others = others;
    }

    private Stream<Count> all() {
      return Stream.concat(Stream.of(pair), others.stream());
    }

    /** It was the right password. */
    void succeeded() {
      pair.delays.forget(pair.who);
      others.forEach(Count::takeBack);
    }

    /** There was no telling. */
    void undecided() {
      all().forEach(Count::takeBack);
    }
  }
}
