package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakableLineTest {
  private static final int PATIENCE_MILLIS = 10_000;

  private ServerSocket server;
  private BreakableLine line;

  @SuppressWarnings("NullAway.Init") // because JUnit calls start first
  BreakableLineTest() {}

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MILLIS);
    line = new BreakableLine(server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    line.close();
    server.close();
  }

  @Test
  void what_is_said_arrives_both_ways() throws IOException {
    try (Socket near = connect();
        Socket far = accept()) {
      assertPasses(near, far);
      assertPasses(far, near);
    }
  }

  @Test
  void what_is_said_is_held_up_both_ways() throws IOException {
    Duration delay = Duration.ofMillis(200);
    try (Socket near = connect();
        Socket far = accept()) {
      line.delay(delay);
      long before = System.nanoTime();
      assertPasses(near, far);
      assertPasses(far, near);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(delay.multipliedBy(2));
    }
  }

  @Test
  void who_is_on_the_line_when_it_snaps_is_gone_and_others_come_through() throws IOException {
    try (Socket near = connect();
        Socket far = accept()) {
      assertPasses(near, far);
      line.snap();
      assertEnded(near);
      assertEnded(far);
    }
    try (Socket near = connect();
        Socket far = accept()) {
      assertPasses(near, far);
    }
  }

  @Test
  void nobody_comes_through_a_cut_line_until_it_is_mended() throws IOException {
    line.cut();
    try (Socket near = connect()) {
      assertEnded(near);
    }
    line.mend();
    try (Socket near = connect();
        Socket far = accept()) {
      assertPasses(near, far);
    }
  }

  private Socket connect() throws IOException {
    return patient(new Socket(InetAddress.getLoopbackAddress(), line.port()));
  }

  private Socket accept() throws IOException {
    return patient(server.accept());
  }

  private static Socket patient(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void assertPasses(Socket from, Socket to) throws IOException {
    from.getOutputStream().write(42);
    assertThat(to.getInputStream().read()).isEqualTo(42);
  }

  private static void assertEnded(Socket socket) {
    assertThatThrownBy(() -> new DataInputStream(socket.getInputStream()).readByte())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SocketTimeoutException.class);
  }
}
