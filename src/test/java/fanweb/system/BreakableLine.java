package fanweb.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;

/**
 * A TCP proxy in front of a server, ours or one that ours needs, that can be cut like a network
 * cable and mended again, stalled, or made slow. Any thread.
 */
public final class BreakableLine implements AutoCloseable {
  private static final int BUFFER = 8192;
  private static final int BACKLOG = 1_000;

  /** How much the server can send while nobody reads, besides what it keeps itself. */
  private static final int NARROW = 32 << 10;

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile int target;
  private volatile boolean cut;
  private volatile boolean deaf;
  private volatile String client = "";
  private volatile long delayNanos;
  private boolean stalled;

  /** Leads to a port of this machine, from a port of its own. */
  public BreakableLine(int target) throws IOException {
    this(target, ServerSocketFactory.getDefault());
  }

  /** The same, and its beginning is a socket of another kind, as for TLS. */
  BreakableLine(int target, ServerSocketFactory sockets) throws IOException {
    this.target = target;
    this.listener = sockets.createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  /** Where it begins, as a browser says it. */
  public String base() {
    return "http://127.0.0.1:" + port();
  }

  /** The port that leads to the server. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Breaks all connections and refuses new ones. */
  public void cut() {
    cut = true;
    snap();
  }

  /** Breaks all connections; new ones get through. */
  public void snap() {
    open.forEach(BreakableLine::end);
  }

  /** Lets everything through again. */
  public void mend() {
    deaf = false;
    cut = false;
  }

  /** Lets nothing that the server says come through, though nothing seems to be broken. */
  public void deafen() {
    deaf = true;
  }

  /** Takes nothing more from the server, or goes on; little is on its way meanwhile. */
  public synchronized void stall(boolean stop) {
    stalled = stop;
    notifyAll();
  }

  /** Says in the first request of each new connection, as a proxy does, where it comes from. */
  public void comeFrom(String address) {
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

  /** Waits as long as what comes is held up. */
  private synchronized void holdUp() throws IOException {
    long due = System.nanoTime() + delayNanos;
    try {
      for (long left = delayNanos; left > 0; left = due - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Leads new connections to another port. */
  public void leadTo(int port) {
    target = port;
  }

  /**
   * Holds up what comes, in both directions: each piece so long at least, and twice as long when it
   * came just after another. No more than 8 KiB of a connection pass in that time.
   */
  public void delay(Duration time) {
    delayNanos = time.toNanos();
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
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
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
        holdUp();
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
