package fanweb.system.faults;

import fanweb.system.ServedSocket;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A server of one group {@code g0} over real sockets that does one thing wrong, to show that the
 * clients' notes and the checker find it. Its crashes cut all lines and forget what it had not
 * stored.
 */
final class FlawedServer implements Closeable {
  private final FlawedStream stream;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CopyOnWriteArrayList<ServedSocket> open = new CopyOnWriteArrayList<>();

  FlawedServer(FlawedStream stream) throws IOException {
    this.stream = stream;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** As clients call it. */
  String address() {
    return "ws://127.0.0.1:" + socket.getLocalPort();
  }

  /** Loses what a crash loses. */
  void crash() throws IOException {
    stream.crash();
    for (ServedSocket one : open) {
      one.cut();
    }
  }

  /** What its disk has. */
  Map<String, StoredStream> stored() {
    return Map.of("g0", stream.stored());
  }

  private void accept() {
    try {
      while (true) {
        ServedSocket client = new ServedSocket(socket.accept());
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: nobody is expected any more.
      threads.shutdown();
    }
  }

  private void serve(ServedSocket client) {
    Consumer<String> sender = client::send;
    try (client) {
      client.shakeHands(client.head());
      while (true) {
        stream.receive(client.text(), sender);
      }
    } catch (IOException e) {
      stream.leave(sender);
      open.remove(client);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (ServedSocket one : open) {
      one.close();
    }
  }
}
