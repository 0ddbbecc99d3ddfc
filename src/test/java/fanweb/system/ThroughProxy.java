package fanweb.system;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without scripts as a server sees it behind a proxy: each request has just the headers
 * that the proxy sends. Keeps cookies whatever they demand, and the token of the last form.
 */
public final class ThroughProxy {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

  private final int port;
  private final List<String> headers;
  private final Map<String, String> cookies = new TreeMap<>();
  private String token = "";

  private ThroughProxy(int port, List<String> headers) {
    this.port = port;
    this.headers = headers;
  }

  /** Sends these headers, each as it goes over the line. */
  static ThroughProxy with(LaunchedServer server, String... headers) {
    return on(server.port(), headers);
  }

  /** The same to any port of this machine. */
  public static ThroughProxy on(int port, String... headers) {
    return new ThroughProxy(port, List.of(headers));
  }

  /** Comes over HTTPS from an address to a proxy that says so. */
  static ThroughProxy from(LaunchedServer server, String address) {
    return with(
        server, "Host: chat.example", "X-Forwarded-Proto: https", "X-Forwarded-For: " + address);
  }

  /** Asks for a page. */
  String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1", "", "");
  }

  /** Fetches a form and sends it back; name after value after name. */
  public String post(String path, String... fields) throws IOException {
    return postOver("1.1", path, fields);
  }

  /** The same over another HTTP, as in {@code 1.0}. */
  String postOver(String version, String path, String... fields) throws IOException {
    ask("GET " + path + " HTTP/" + version, "", "");
    StringBuilder body = new StringBuilder("csrfmiddlewaretoken=" + token);
    for (int i = 0; i < fields.length; i += 2) {
      String value = URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8);
      body.append('&').append(fields[i]).append('=').append(value);
    }
    String line = "POST " + path + " HTTP/" + version;
    return ask(line, "application/x-www-form-urlencoded", body.toString());
  }

  /** Asks the API as a page's script does. */
  String json(String method, String path, String body) throws IOException {
    get("/account/");
    return ask(method + " " + path + " HTTP/1.1", "application/json", body);
  }

  /** The value of a cookie; empty without one. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  private String ask(String line, String type, String body) throws IOException {
    List<String> all = new ArrayList<>(List.of(line));
    all.addAll(headers);
    all.addAll(List.of("Accept: text/html, application/json", "Connection: close"));
    if (!cookies.isEmpty()) {
      all.add("Cookie: " + cookies.toString().replaceAll("[{}]", "").replace(", ", "; "));
    }
    if (!type.isEmpty()) {
      all.addAll(List.of("Content-Type: " + type, "X-CSRFToken: " + token));
      all.add("Content-Length: " + body.length());
    }
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(90_000);
      String request = String.join("\r\n", all) + "\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      setCookies(answer).forEach(this::keep);
      Matcher form = TOKEN.matcher(answer);
      token = form.find() ? form.group(1) : token;
      return answer;
    }
  }

  /** The cookies that an answer sets, with all that it says of them. */
  static List<String> setCookies(String answer) {
    return answer
        .substring(0, answer.indexOf("\r\n\r\n"))
        .lines()
        .filter(line -> line.startsWith("Set-Cookie: "))
        .map(line -> line.substring("Set-Cookie: ".length()))
        .toList();
  }

  private void keep(String cookie) {
    String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
    cookies.put(pair[0], pair[1]);
    cookies.values().removeIf(value -> value.isEmpty() || value.equals("\"\""));
  }
}
