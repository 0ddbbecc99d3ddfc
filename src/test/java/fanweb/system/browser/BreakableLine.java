package fanweb.system.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A TCP proxy in front of the server that can be cut like a network cable and mended again. */
final class BreakableLine implements AutoCloseable {
  private static final int BUFFER = 8192;

  /** How much the server can send while nobody reads, besides what it keeps itself. */
  private static final int NARROW = 32 << 10;

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int target;
  private volatile boolean cut;
  private volatile boolean deaf;
  private volatile String client = "";
  private boolean stalled;

  BreakableLine(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  String base() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** Breaks all connections and refuses new ones. */
  void cut() {
    cut = true;
    open.forEach(BreakableLine::end);
  }

  void mend() {
    deaf = false;
    cut = false;
  }

  /** Lets nothing that the server says come through, though nothing seems to be broken. */
  void deafen() {
    deaf = true;
  }

  /** Takes nothing more from the server, or goes on; little is on its way meanwhile. */
  synchronized void stall(boolean stop) {
    stalled = stop;
    notifyAll();
  }

  /** Says in the first request of each new connection, as a proxy does, where it comes from. */
  void comeFrom(String address) {
    client = address;
  }

  /** Waits while the line is stalled; answers whether what comes is not led on. */
  private synchronized boolean passesNothingOn() {
    try {
      while (stalled) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    return deaf;
  }

  /** Leads new connections to another port. */
  void leadTo(int port) {
    target = port;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
    threads.shutdownNow();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          end(near);
        } else {
          lead(near);
        }
      } catch (IOException e) {
        // Closed: the loop's condition ends it.
      }
    }
  }

  private void lead(Socket near) {
    try {
      Socket far = new Socket();
      far.setReceiveBufferSize(NARROW);
      far.connect(new InetSocketAddress("127.0.0.1", target));
      join(near, far);
    } catch (IOException e) {
      // Nobody listens there, and whoever asks shall know.
      end(near);
    }
  }

  private void join(Socket near, Socket far) {
    open.add(near);
    open.add(far);
    threads.execute(() -> copy(near, far, () -> false));
    threads.execute(() -> copy(far, near, this::passesNothingOn));
  }

  private void copy(Socket from, Socket to, BooleanSupplier swallowed) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      if (towardsServer(from)) {
        announce(in, out);
      }
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!swallowed.getAsBoolean()) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One side is gone: so is the other.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private boolean towardsServer(Socket from) {
    return from.getLocalPort() == listener.getLocalPort();
  }

  private void announce(InputStream in, OutputStream out) throws IOException {
    String address = client;
    if (!address.isEmpty()) {
      for (int letter = in.read(); letter >= 0; letter = letter == '\n' ? -1 : in.read()) {
        out.write(letter);
      }
      out.write(("X-Forwarded-For: " + address + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
