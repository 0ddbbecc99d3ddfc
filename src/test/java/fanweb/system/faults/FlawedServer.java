package fanweb.system.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of one group {@code g0} over real sockets that does one thing wrong, to show that the
 * clients' notes and the checker find it. Its crashes cut all lines and forget what it had not
 * stored.
 */
final class FlawedServer implements Closeable {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?mi)^Sec-WebSocket-Key: *(\\S+)");
  private static final int LONGEST_HEAD = 8192;

  private final FlawedStream stream;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CopyOnWriteArrayList<Socket> open = new CopyOnWriteArrayList<>();

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
    for (Socket one : open) {
      one.setSoLinger(true, 0);
      one.close();
    }
  }

  /** What its disk has. */
  Map<String, StoredStream> stored() {
    return Map.of("g0", stream.stored());
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: nobody is expected any more.
      threads.shutdown();
    }
  }

  private void serve(Socket client) {
    Consumer<String> sender = text -> send(client, text);
    try (client) {
      client.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      shakeHands(in, client.getOutputStream());
      while (true) {
        stream.receive(readText(in), sender);
      }
    } catch (IOException | GeneralSecurityException e) {
      stream.leave(sender);
      open.remove(client);
    }
  }

  private static void shakeHands(DataInputStream in, OutputStream out)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n") && head.size() < LONGEST_HEAD) {
      head.write(in.readUnsignedByte());
    }
    Matcher key = KEY.matcher(head.toString(ISO_8859_1));
    if (!key.find()) {
      throw new IOException("no handshake");
    }
    byte[] accept =
        MessageDigest.getInstance("SHA-1").digest((key.group(1) + GUID).getBytes(ISO_8859_1));
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Protocol: fanweb.v1\r\nSec-WebSocket-Accept: "
            + (Base64.getEncoder().encodeToString(accept) + "\r\n\r\n");
    out.write(answer.getBytes(ISO_8859_1));
  }

  /** The next frame's text; frames of more than 64 KiB do not come here. */
  private static String readText(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7f;
    length = length == 126 ? in.readUnsignedShort() : length;
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes(length);
    if ((first & 15) != 1 || payload.length < length) {
      throw new IOException("not a text");
    }
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new String(payload, UTF_8);
  }

  /** Texts of more than 64 KiB are not sent here. */
  private static void send(Socket client, String text) {
    byte[] payload = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else {
      frame.put((byte) 126).putShort((short) payload.length);
    }
    frame.put(payload);
    try {
      client.getOutputStream().write(frame.array(), 0, frame.position());
    } catch (IOException e) {
      // It is gone, as its reader will see.
      stopReading(client);
    }
  }

  private static void stopReading(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
