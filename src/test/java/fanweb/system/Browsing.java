package fanweb.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A browser without scripts: keeps cookies, sends forms with their token, follows no redirect. */
public final class Browsing {
  /** Longer than advised, and in no list. */
  static final String PASSWORD = "violet anchor thimble quarry";

  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final String base;
  private final String address;

  private String token = "";

  private Browsing(HttpClient.Builder client, String base, String address) {
    this.client =
        client
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.base = base;
    this.address = address;
  }

  /** Somewhere else than everybody else: accounts are made at a pace for each address. */
  Browsing() {
    this(HttpClient.newBuilder(), Site.base(), newAddress());
  }

  /** A browser at an address, as proxies write it into {@code X-Forwarded-For}. */
  static Browsing from(String address) {
    return new Browsing(HttpClient.newBuilder(), Site.base(), address);
  }

  /**
   * A browser at any site.
   *
   * @param base of the site, without a slash at the end
   * @param trusted whose certificates it believes
   * @param address what it writes into {@code X-Forwarded-For}
   */
  static Browsing at(String base, SSLContext trusted, String address) {
    return new Browsing(HttpClient.newBuilder().sslContext(trusted), base, address);
  }

  /** A login that nobody has yet. */
  static String newLogin() {
    return "u" + UUID.randomUUID().toString().replace("-", "");
  }

  /** An address that nobody has used; the server believes whoever writes it where it is told to. */
  public static String newAddress() {
    UUID random = UUID.randomUUID();
    return "2001:db8:%x:%x::1"
        .formatted(
            random.getMostSignificantBits() >>> 48, random.getLeastSignificantBits() & 0xffff);
  }

  /** The WAR that believes it. */
  public static WebArchive war() {
    return Wars.with(Wars.packaged(), "fanweb.http.trusted-proxies", "127.0.0.1");
  }

  /** Asks for a page. */
  HttpResponse<String> get(String path) {
    return answer(request(path).header("Accept", "text/html").build());
  }

  /** Sends a form, with the token of the page that was read last; name after value after name. */
  HttpResponse<String> post(String path, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("csrfmiddlewaretoken", token));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < all.size(); i += 2) {
      body.append(body.isEmpty() ? "" : "&")
          .append(encoded(all.get(i)))
          .append('=')
          .append(encoded(all.get(i + 1)));
    }
    return answer(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** Makes an account and is signed in. */
  HttpResponse<String> signUp(String login, String name) {
    get("/account/sign-up/");
    return post("/account/sign-up/", "login", login, "name", name, "password", PASSWORD);
  }

  /** Signs in as somebody. */
  HttpResponse<String> signIn(String login, String password) {
    get("/account/sign-in/");
    return post("/account/sign-in/", "login", login, "password", password);
  }

  /** Has a cookie that no answer has set. */
  void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
  }

  /** The value of a cookie; empty when none is kept. */
  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Forgets the token of the page that was read last. */
  void forgetToken() {
    token = "";
  }

  /** Whether a cookie is kept. */
  boolean has(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .anyMatch(cookie -> cookie.getName().equals(name));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("X-Forwarded-For", address)
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
