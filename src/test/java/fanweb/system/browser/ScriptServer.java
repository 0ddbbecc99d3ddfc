package fanweb.system.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Serves the pages' modules and their tests as they stand in the source tree, and an empty page.
 */
final class ScriptServer implements AutoCloseable {
  private static final Path SOURCES = Path.of("src").toAbsolutePath().normalize();

  private final HttpServer server;

  ScriptServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ScriptServer::answer);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    Path file = SOURCES.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
    boolean isScript = file.startsWith(SOURCES) && file.toString().endsWith(".js");
    byte[] body =
        isScript ? Files.readAllBytes(file) : "<!doctype html>".getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", (isScript ? "text/javascript" : "text/html") + ";charset=UTF-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
