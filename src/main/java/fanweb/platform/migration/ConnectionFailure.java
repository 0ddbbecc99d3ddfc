package fanweb.platform.migration;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Why a database gives no connection, as far as a driver's exception tells. */
public enum ConnectionFailure {
  /** The user is unknown, the password wrong, or the user may not come from this machine. */
  WRONG_LOGIN(code(1045, 1130, 1698, 1862, 3118, 4151).or(state("28000"))),
  /** No database of that name, or none that this user may see. */
  NO_SUCH_DATABASE(code(1044, 1049, 90013, 90149, 90146)),
  /** The file of an embedded database is open in another process. */
  IN_USE(code(90020)),
  /** Nobody answers there, or not yet. */
  ABSENT(
      code(1040, 1053, 1203, 1226)
          .or(state("08S01"))
          .or(ConnectionFailure::isNetwork)
          .or(e -> text(e).contains("IJ000655"))),
  /** Whatever else the driver says. */
  OTHER(e -> true);

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final Predicate<Throwable> sign;

  ConnectionFailure(Predicate<Throwable> sign) {
    this.sign = sign;
  }

  /** The first of these kinds for which any exception in the chain is a sign. */
  public static ConnectionFailure of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return Stream.of(values())
        .filter(kind -> chain.stream().anyMatch(kind.sign))
        .findFirst()
        .orElse(OTHER);
  }

  /** What the driver itself said, in one line: the last SQL exception of the chain. */
  public static String words(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.stream()
        .filter(SQLException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .or(() -> chain.stream().reduce((outer, inner) -> inner))
        .map(ConnectionFailure::text)
        .orElse("")
        .replaceAll("\\s+", " ")
        // Some drivers repeat the URL, which may have a password in it.
        .replaceAll("\\bjdbc:\\S+", "…")
        .strip();
  }

  private static List<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, e -> e != null && e != e.getCause(), Throwable::getCause)
        .limit(50)
        .toList();
  }

  private static Predicate<Throwable> code(Integer... codes) {
    Set<Integer> known = Set.of(codes);
    return e -> e instanceof SQLException sql && known.contains(sql.getErrorCode());
  }

  private static Predicate<Throwable> state(String state) {
    return e -> e instanceof SQLException sql && state.equals(sql.getSQLState());
  }

  private static boolean isNetwork(Throwable e) {
    return e instanceof SocketException
        || e instanceof SocketTimeoutException
        || e instanceof UnknownHostException
        || e instanceof EOFException;
  }

  private static String text(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
