package fanweb.manage.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fanweb.manage.Words;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a site behind a proxy that does one thing wrong. */
final class FlawedSite implements Closeable {
  private static final String READY = "GET /health/ready";
  private static final String SIGN_IN = "GET /account/sign-in/";
  private static final String FORM = "POST /account/sign-in/";
  private static final String API = "GET /api/";
  private static final String SOCKET = "GET /ws/";
  private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *(\\S+)");
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final byte[] PONG = {(byte) 0x8A, 0};

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Flaw flaw;

  FlawedSite(Flaw flaw) throws IOException {
    this.flaw = flaw;
    threads.execute(this::accept);
  }

  /** What it does wrong, with the check that finds it and its words. */
  enum Flaw {
    NONE("", ""),
    NOT_READY("reach", "deploy.not_ready", "http://127.0.0.1/", 503),
    NO_HEADERS("headers", "deploy.no_headers", "Content-Security-Policy"),
    NO_COOKIE("cookies", "deploy.no_cookie"),
    SECURE_COOKIE("cookies", "deploy.secure_cookie"),
    NO_FORM("cookies", "deploy.no_form"),
    FORM_FORGED("cookies", "deploy.lost_cookie"),
    FORM_NOT_ALLOWED("cookies", "deploy.form_lost", 405, 400),
    FOREIGN_LET_IN("origin", "deploy.foreign"),
    FOREIGN_NOT_FOUND("origin", "deploy.no_origin"),
    OWN_FORBIDDEN("socket", "deploy.own_refused"),
    OWN_NOT_FOUND("socket", "deploy.no_socket"),
    SILENCE_CUT("silence", "deploy.no_silence"),
    POLL_CUT("poll", "deploy.no_poll"),
    NO_STREAM("stream", "deploy.no_stream");

    final String check;
    private final String key;
    private final List<Object> arguments;

    Flaw(String check, String key, Object... arguments) {
      this.check = check;
      this.key = key;
      this.arguments = List.of(arguments);
    }

    /** What is said of it; addresses without their ports. */
    String line(Words words) {
      return words.of(key, arguments.toArray());
    }
  }

  URI home() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // It is closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      String request = head(in);
      OutputStream out = client.getOutputStream();
      if (request.startsWith(SOCKET)) {
        talk(request, in, out);
      } else {
        in.readNBytes(length(request));
        out.write(answer(request).getBytes(ISO_8859_1));
      }
    } catch (SocketException e) {
      // The client is gone.
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int one = in.read();
    while (one >= 0) {
      head.append((char) one);
      one = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
    }
    return head.toString();
  }

  private static int length(String request) {
    Matcher length = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)").matcher(request);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  private String answer(String request) {
    if (request.startsWith(READY)) {
      return has(Flaw.NOT_READY) ? page(503, "") : page(200, "{\"status\":\"UP\"}");
    }
    if (request.startsWith(SIGN_IN)) {
      return page(
          200,
          has(Flaw.NO_FORM) ? "" : "<input name=\"csrfmiddlewaretoken\" value=\"t\">",
          has(Flaw.NO_COOKIE) ? "X: x" : "Set-Cookie: " + prefix() + "csrftoken=c; Path=/");
    }
    if (request.startsWith(FORM)) {
      return page(has(Flaw.FORM_FORGED) ? 403 : has(Flaw.FORM_NOT_ALLOWED) ? 405 : 400, "");
    }
    if (request.startsWith(API)) {
      return request.contains("text/event-stream")
          ? page(200, has(Flaw.NO_STREAM) ? "" : ": hello\n\n")
          : page(has(Flaw.POLL_CUT) ? 504 : 200, "");
    }
    return page(request.startsWith("GET / ") ? 200 : 404, "");
  }

  private String prefix() {
    return has(Flaw.SECURE_COOKIE) ? "__Host-" : "";
  }

  private String page(int status, String body, String... headers) {
    String protecting =
        "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n"
            + (has(Flaw.NO_HEADERS) ? "" : "Content-Security-Policy: x\r\n");
    return "HTTP/1.1 %d x\r\nConnection: close\r\nContent-Length: %d\r\n%s%s\r\n\r\n%s"
        .formatted(
            status,
            body.length(),
            protecting,
            headers.length == 0 ? "X: x" : String.join("\r\n", headers),
            body);
  }

  private void talk(String request, InputStream in, OutputStream out)
      throws IOException, NoSuchAlgorithmException {
    boolean foreign = request.contains(".invalid");
    int status = foreign ? foreign() : own();
    if (status != 101) {
      out.write(page(status, "").getBytes(ISO_8859_1));
      return;
    }
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      throw new IOException("no handshake: " + request);
    }
    byte[] proof =
        MessageDigest.getInstance("SHA-1").digest((key.group(1) + MAGIC).getBytes(ISO_8859_1));
    String accepted =
        "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(proof)
            + "\r\n\r\n";
    out.write(accepted.getBytes(ISO_8859_1));
    if (!has(Flaw.SILENCE_CUT) && in.read() >= 0) {
      out.write(PONG);
      in.readAllBytes();
    }
  }

  private int foreign() {
    return has(Flaw.FOREIGN_LET_IN) ? 101 : has(Flaw.FOREIGN_NOT_FOUND) ? 404 : 403;
  }

  private int own() {
    return has(Flaw.OWN_FORBIDDEN) ? 403 : has(Flaw.OWN_NOT_FOUND) ? 404 : 101;
  }

  private boolean has(Flaw one) {
    return flaw == one;
  }
}
