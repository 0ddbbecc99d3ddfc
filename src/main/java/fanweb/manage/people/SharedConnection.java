package fanweb.manage.people;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * One connection lent to everybody who asks, so that what they do is in one transaction where there
 * is one. Closing it gives it back. One thread.
 */
final class SharedConnection {
  private final Connection connection;

  SharedConnection(Connection connection) {
    this.connection = connection;
  }

  /** Lends it; knows no other request. */
  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return lent();
          }
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
          }
          throw new UnsupportedOperationException(method.toString());
        });
  }

  private Connection lent() {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            SharedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
