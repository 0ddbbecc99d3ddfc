package fanweb.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One client of a small server: a request of HTTP, or a WebSocket (RFC 6455) with texts of at most
 * 64 KiB. One thread reads, any may send.
 */
public final class ServedSocket implements Closeable {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?mi)^Sec-WebSocket-Key: *(\\S+)");
  private static final int LONGEST_HEAD = 8192;
  private static final int TEXT = 1;
  private static final int GOODBYE = 8;

  private final Socket socket;
  private final DataInputStream in;

  /** On an open socket, which it closes. */
  public ServedSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** What the client asks for first. */
  public String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n") && head.size() < LONGEST_HEAD) {
      head.write(in.readUnsignedByte());
    }
    return head.toString(ISO_8859_1);
  }

  /** Agrees to {@code fanweb.v1}, when that was a handshake. */
  public void shakeHands(String head) throws IOException {
    Matcher key = KEY.matcher(head);
    if (!key.find()) {
      throw new IOException("no handshake");
    }
    write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Protocol: fanweb.v1\r\nSec-WebSocket-Accept: "
            + accepted(key.group(1))
            + "\r\n\r\n");
  }

  private static String accepted(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((key + GUID).getBytes(ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** Answers a request of HTTP, and no more of them. */
  public void answer(int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    write(
        "HTTP/1.1 "
            + status
            + " -\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n");
    write("\r\n" + new String(body, ISO_8859_1));
  }

  /** The next text. */
  public String text() throws IOException {
    int kind = in.readUnsignedByte() & 15;
    int length = in.readUnsignedByte() & 0x7f;
    length = length == 126 ? in.readUnsignedShort() : length;
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    if (kind != TEXT || payload.length < length) {
      throw new IOException("not a text");
    }
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new String(payload, UTF_8);
  }

  /** Sends a text; one that is gone will be seen by its reader. */
  public void send(String text) {
    frame(TEXT, text.getBytes(UTF_8));
  }

  /** Says goodbye. */
  public void goodbye(int code) {
    frame(GOODBYE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  private void frame(int kind, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) (0x80 | kind));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload);
    try {
      socket.getOutputStream().write(frame.array(), 0, frame.position());
    } catch (IOException e) {
      stopReading();
    }
  }

  private void stopReading() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** Breaks the line at once, whatever is on its way. */
  public void cut() throws IOException {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException e) {
      // Its reader has closed it already.
    }
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
