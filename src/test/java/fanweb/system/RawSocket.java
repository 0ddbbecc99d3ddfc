package fanweb.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A WebSocket client without manners: it sends whatever bytes a test wants, reads only when told
 * to, and answers nothing by itself (RFC 6455).
 */
public final class RawSocket implements Closeable {
  /** Frame types. */
  public static final int CONTINUATION = 0;

  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /** What {@link #readClose} answers when the line ended without a close frame. */
  public static final int NO_CLOSE_FRAME = 1006;

  private static final byte[] MASK = {0x12, (byte) 0xf3, 0x00, 0x7a};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String path;
  private final String statusLine;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private RawSocket(Socket socket, String path, String request) throws IOException {
    this.socket = socket;
    this.path = path;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
    out.write(request.getBytes(ISO_8859_1));
    this.statusLine = readLine();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String[] header = line.split(":", 2);
      headers.merge(header[0], header[1].strip(), (a, b) -> a + ", " + b);
    }
  }

  /** Opens a socket, insists on being let in, and returns when it is in its group. */
  public static RawSocket open(String path, String... headers) throws IOException {
    return ask(path, headers).insist();
  }

  /** Opens a socket that keeps as little as the system lets it, for a client that reads slowly. */
  public static RawSocket openNarrow(String path, String... headers) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    return ask(socket, path, headers).insist();
  }

  /**
   * Asks for a socket; says nothing about the answer.
   *
   * @param path as it goes over the line, a byte for each character
   * @param headers name after value after name; one named like a header of the handshake replaces
   *     it, and an empty value leaves it out
   */
  public static RawSocket ask(String path, String... headers) throws IOException {
    return ask(new Socket(), path, headers);
  }

  /** Asks for a socket and resets the line so much later, whatever is answered meanwhile. */
  public static void askAndReset(String path, long nanos) throws IOException {
    try (Socket socket = new Socket()) {
      connect(socket);
      socket.getOutputStream().write(handshake(path).getBytes(ISO_8859_1));
      LockSupport.parkNanos(nanos);
      socket.setSoLinger(true, 0);
    }
  }

  private static RawSocket ask(Socket socket, String path, String... headers) throws IOException {
    connect(socket);
    return new RawSocket(socket, path, handshake(path, headers));
  }

  private static void connect(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress("127.0.0.1", Site.port()), 5_000);
    socket.setSoTimeout(20_000);
  }

  private static String handshake(String path, String... headers) {
    Map<String, String> request = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.put("Host", "127.0.0.1:" + Site.port());
    request.put("Upgrade", "websocket");
    request.put("Connection", "Upgrade");
    request.put("Sec-WebSocket-Version", "13");
    request.put("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    for (int i = 0; i < headers.length; i += 2) {
      request.put(headers[i], headers[i + 1]);
    }
    request.values().removeIf(String::isEmpty);
    StringBuilder lines = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    request.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
    return lines.append("\r\n").toString();
  }

  /**
   * The server sends 101 first and lets the socket into its group then: a pong proves it. Forgets
   * what the group said meanwhile.
   */
  private RawSocket insist() throws IOException {
    assertThat(status()).as("status for %s", path).isEqualTo(101);
    send(PING);
    while (read().opcode() != PONG) {}
    return this;
  }

  /** The status of the handshake's answer. */
  public int status() {
    return Integer.parseInt(statusLine.split(" ")[1]);
  }

  /** A header of the handshake's answer; empty when it is missing. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The rest of an answer that is no upgrade. */
  public String body() throws IOException {
    byte[] body = new byte[Integer.parseInt(headers.getOrDefault("Content-Length", "0"))];
    in.readFully(body);
    return new String(body, UTF_8);
  }

  /** Says something. */
  public RawSocket say(String message) throws IOException {
    return send(TEXT, message.getBytes(UTF_8));
  }

  /** Sends a whole frame. */
  public RawSocket send(int opcode, byte... payload) throws IOException {
    return sendBytes(frame(0x80 | opcode, payload));
  }

  /** Sends a frame that another one continues. */
  public RawSocket sendPart(int opcode, byte... payload) throws IOException {
    return sendBytes(frame(opcode, payload));
  }

  /** Sends a close frame. */
  public RawSocket sendClose(int code, String reason) throws IOException {
    return send(CLOSE, closePayload(code, reason.getBytes(UTF_8)));
  }

  /** Sends anything. */
  public RawSocket sendBytes(byte... bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  /** A masked frame with the shortest length field; the first byte as given. */
  public static byte[] frame(int first, byte... payload) {
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % 4]));
    }
    byte[] bytes = new byte[frame.flip().remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** What a close frame carries. */
  public static byte[] closePayload(int code, byte... reason) {
    return ByteBuffer.allocate(2 + reason.length).putShort((short) code).put(reason).array();
  }

  /** The next frame, whatever it is. Waits at most 20 seconds. */
  public Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    assertThat(second & 0x80).as("a server does not mask").isZero();
    long length =
        switch (second) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> second;
        };
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Frame((first & 0x80) != 0, first >> 4 & 7, first & 15, payload);
  }

  /** The next message, which must be a text in one frame. Answers pings before it. */
  public String hear() throws IOException {
    Frame frame = read();
    for (; frame.opcode() == PING; frame = read()) {
      send(PONG, frame.payload());
    }
    assertThat(frame).as("frame with %s", frame.text()).matches(f -> f.fin() && f.rsv() == 0);
    assertThat(frame.opcode()).as("opcode of frame with %s", frame.text()).isEqualTo(TEXT);
    return frame.text();
  }

  /**
   * Reads on until the connection is over.
   *
   * @return the code of the close frame; {@link #NO_CLOSE_FRAME} when there was none
   */
  public int readClose() throws IOException {
    try {
      for (Frame frame = read(); ; frame = read()) {
        if (frame.opcode() == CLOSE) {
          return frame.payload().length == 0 ? 1005 : ByteBuffer.wrap(frame.payload()).getShort();
        }
      }
    } catch (EOFException | SocketException e) {
      return NO_CLOSE_FRAME;
    }
  }

  /** Whether the server ends the connection within 20 seconds; reads and forgets what is left. */
  public boolean isEnded() throws IOException {
    try {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketException e) {
      return true;
    }
  }

  /** How long to wait for what is read next. */
  public RawSocket patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
    return this;
  }

  /** Ends the connection without a word: FIN, or RST when something has not been read. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Ends the connection as a crashed machine does: RST. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Sends no more, but still reads: FIN. */
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s %s", path, statusLine, headers);
  }

  /** What travels. */
  public record Frame(boolean fin, int rsv, int opcode, byte[] payload) {
    /** The payload as text. */
    public String text() {
      return new String(payload, UTF_8);
    }
  }
}
