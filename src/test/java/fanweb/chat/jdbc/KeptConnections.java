package fanweb.chat.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections again and again, as a server's pool does: each is asked whether it lives before
 * it is lent, and what somebody set on it stays set.
 */
public final class KeptConnections implements DataSource, AutoCloseable {
  private static final int VALID_SECONDS = 5;

  private final DataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger lent = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * Makes one; opens nothing yet.
   *
   * @param source opens connections
   */
  public KeptConnections(DataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection one = idle.poll();
    while (one != null && !one.isValid(VALID_SECONDS)) {
      discard(one);
      one = idle.poll();
    }
    Connection real = one == null ? source.getConnection() : one;
    lent.incrementAndGet();
    taken.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            KeptConnections.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(real, method, arguments));
  }

  /** How many are lent just now. */
  public int lent() {
    return lent.get();
  }

  /** How many were lent ever. */
  public int taken() {
    return taken.get();
  }

  private @Nullable Object call(
      Connection real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      lent.decrementAndGet();
      idle.push(real);
      return null;
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void discard(Connection broken) {
    try {
      broken.close();
    } catch (SQLException e) {
      System.err.println("a connection does not close: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    idle.forEach(KeptConnections::discard);
    idle.clear();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
