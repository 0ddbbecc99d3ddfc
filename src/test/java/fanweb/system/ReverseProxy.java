package fanweb.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A proxy in front of two nodes with the configuration of {@code server-config/proxy}, in which
 * nothing is replaced but addresses, files and the user it runs as.
 */
final class ReverseProxy implements AutoCloseable {
  private static final Path CONFIGURATIONS = Path.of("server-config", "proxy");
  private static final String CERTIFICATE = "/etc/ssl/fan-web.pem";

  private final Process process;
  private final Path log;
  private final int port;
  private final HttpClient client;

  private ReverseProxy(Process process, Path log, int port, SSLContext trust) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.client =
        HttpClient.newBuilder().sslContext(trust).connectTimeout(Duration.ofSeconds(5)).build();
  }

  /** Starts one that keeps its files in a folder, and waits until it passes on to a node. */
  static ReverseProxy start(Kind kind, Path folder, Certificate certificate, List<Integer> nodes)
      throws IOException {
    Path home = Files.createDirectory(folder.resolve(kind.name()));
    int port = LaunchedServer.freePort();
    Map<String, String> replaced = new LinkedHashMap<>(kind.addresses(port));
    replaced.put("127.0.0.1:8080", "127.0.0.1:" + nodes.get(0));
    replaced.put("127.0.0.1:8090", "127.0.0.1:" + nodes.get(1));
    replaced.put(CERTIFICATE, certificate.file().toString());
    Files.writeString(home.resolve(kind.config), configuration(kind, replaced));
    Process process =
        new ProcessBuilder(kind.command(home))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    ReverseProxy proxy = new ReverseProxy(process, home.resolve("log"), port, certificate.trust());
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast(kind + " ended", () -> !process.isAlive())
        .until(() -> proxy.get("/health/ready").statusCode() == 200);
    return proxy;
  }

  private static String configuration(Kind kind, Map<String, String> replaced) throws IOException {
    String config = Files.readString(CONFIGURATIONS.resolve(kind.config));
    for (Map.Entry<String, String> one : replaced.entrySet()) {
      if (!config.contains(one.getKey())) {
        throw new IllegalStateException(kind.config + " has no " + one.getKey());
      }
      config = config.replace(one.getKey(), one.getValue());
    }
    return config;
  }

  /** All that it has said so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client that believes its certificate. */
  HttpClient client() {
    return client;
  }

  /** Where a path is, as an address of the given scheme. */
  URI at(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  /** Asks for a page. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at("https", path)).timeout(Duration.ofSeconds(20)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    List<ProcessHandle> left =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(one -> one.onExit().completeOnTimeout(one, 30, TimeUnit.SECONDS).join());
  }

  /** The proxies that we have configurations for. */
  enum Kind {
    HAPROXY("haproxy.cfg") {
      @Override
      Map<String, String> addresses(int port) throws IOException {
        return Map.of(
            "bind :443 ", "bind 127.0.0.1:" + port + " ",
            "bind :80\n", "bind 127.0.0.1:" + LaunchedServer.freePort() + "\n",
            "  user haproxy\n  group haproxy\n", "");
      }

      @Override
      List<String> command(Path home) {
        return List.of(path(), "-db", "-f", home.resolve("haproxy.cfg").toString());
      }
    },

    NGINX("nginx.conf") {
      @Override
      Map<String, String> addresses(int port) throws IOException {
        return Map.of(
            "listen 443 ", "listen 127.0.0.1:" + port + " ",
            "listen 80;", "listen 127.0.0.1:" + LaunchedServer.freePort() + ";");
      }

      /** What is around the file in a packaged nginx, in a folder of ours. */
      @Override
      List<String> command(Path home) throws IOException {
        Path main = home.resolve("main.conf");
        // As root it would give up its rights and then could not write there.
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        Files.writeString(
            main,
            user
                + """
                daemon off;
                pid nginx.pid;
                error_log stderr warn;
                events {
                }
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  include nginx.conf;
                }
                """);
        return List.of(path(), "-p", home.toString(), "-e", "stderr", "-c", main.toString());
      }
    };

    private final String config;

    Kind(String config) {
      this.config = config;
    }

    /** Where the program is, if it is installed. */
    Optional<Path> program() {
      String name = name().toLowerCase(Locale.ROOT);
      return Stream.concat(
              Stream.of(System.getenv("PATH").split(":")),
              Stream.of("/usr/sbin", "/usr/local/sbin"))
          .map(folder -> Path.of(folder, name))
          .filter(Files::isExecutable)
          .findFirst();
    }

    String path() {
      return program().orElseThrow().toString();
    }

    abstract Map<String, String> addresses(int port) throws IOException;

    abstract List<String> command(Path home) throws IOException;
  }
}
