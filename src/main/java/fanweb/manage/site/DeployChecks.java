package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Finding;
import fanweb.platform.CsrfTokens;
import fanweb.platform.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a stranger finds at a site's address, through whatever is in front of it: is it there, is it
 * HTTPS, do headers and cookies come through, and can one talk. Says nothing in any group.
 */
final class DeployChecks {
  private static final String SIGN_IN = "account/sign-in/";
  private static final Pattern TOKEN =
      Pattern.compile("name=\"" + CsrfTokens.FIELD + "\" value=\"([^\"]+)\"");

  /** A demand for HTTPS (RFC 6797) that holds for longer than the answer. */
  static final Pattern LASTING = Pattern.compile("(?i)(^|;)\\s*max-age\\s*=\\s*\"?0*[1-9]");

  private static final List<String> HEADERS =
      List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy");

  private final Context context;
  private final DeployedSite site;
  private final LineChecks lines;
  private final List<Finding> findings = new ArrayList<>();

  DeployChecks(Context context, DeployedSite site, LineChecks lines) {
    this.context = context;
    this.site = site;
    this.lines = lines;
  }

  /** Looks at everything, unless nobody is there. Blocks for a minute: some limits show late. */
  List<Finding> run() {
    try {
      if (ready()) {
        https();
        headers();
        cookies();
        openPages();
        findings.addAll(lines.run());
      }
    } catch (IOException e) {
      unreachable(e);
    }
    return List.copyOf(findings);
  }

  private boolean ready() throws IOException {
    HttpResponse<String> answer = site.get("health/ready");
    if (answer.statusCode() == 200 && answer.body().contains("\"UP\"")) {
      ok("reach", "deploy.ready");
      return true;
    }
    wrong("reach", ExitCode.UNREACHABLE, "deploy.not_ready", site.home(), answer.statusCode());
    return false;
  }

  private void https() throws IOException {
    if (!site.isHttps()) {
      if (isLoopback()) {
        weak("https", "deploy.loopback");
      } else {
        wrong("https", ExitCode.FAILED, "deploy.plain");
      }
      return;
    }
    Optional<String> demand = site.get("").headers().firstValue("Strict-Transport-Security");
    if (demand.isEmpty()) {
      wrong("https", ExitCode.FAILED, "deploy.no_hsts");
    } else if (!LASTING.matcher(demand.get()).find()) {
      wrong("https", ExitCode.FAILED, "deploy.hsts_off", demand.get());
    } else if (answersInPlain()) {
      weak("https", "deploy.plain_too");
    } else {
      ok("https", "deploy.https", demand.get());
    }
  }

  private boolean isLoopback() throws UnknownHostException {
    return InetAddress.getByName(site.home().getHost()).isLoopbackAddress();
  }

  private boolean answersInPlain() {
    try {
      URI plain = URI.create("http://" + site.home().getHost() + site.home().getRawPath());
      return site.get(plain).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void headers() throws IOException {
    HttpResponse<String> answer = site.get("");
    List<String> missing =
        HEADERS.stream().filter(name -> answer.headers().firstValue(name).isEmpty()).toList();
    if (missing.isEmpty()) {
      ok("headers", "deploy.headers");
    } else {
      wrong("headers", ExitCode.FAILED, "deploy.no_headers", String.join(", ", missing));
    }
  }

  /** The name of the cookie tells whether the server knows how it is reached. */
  private void cookies() throws IOException {
    HttpResponse<String> page = site.get(SIGN_IN);
    Optional<String> cookie =
        page.headers().allValues("Set-Cookie").stream()
            .filter(value -> value.contains("csrftoken="))
            .findFirst();
    if (cookie.isEmpty()) {
      wrong("cookies", ExitCode.FAILED, "deploy.no_cookie");
    } else if (site.isHttps() != cookie.get().startsWith("__Host-")) {
      String key = site.isHttps() ? "deploy.plain_cookie" : "deploy.secure_cookie";
      wrong("cookies", ExitCode.FAILED, key);
    } else {
      sendBack(page, cookie.get().replaceFirst(";.*", ""));
    }
  }

  /** Sends the form of a page empty, with its cookie: it is refused, but not for being forged. */
  private void sendBack(HttpResponse<String> page, String cookie) throws IOException {
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      wrong("cookies", ExitCode.FAILED, "deploy.no_form");
      return;
    }
    int status = site.post(SIGN_IN, cookie, CsrfTokens.FIELD + "=" + token.group(1)).statusCode();
    int expected = RefusedException.Reason.INVALID.status();
    if (status == expected) {
      ok("cookies", "deploy.cookies");
    } else if (status == 403) {
      wrong("cookies", ExitCode.FAILED, "deploy.lost_cookie");
    } else {
      wrong("cookies", ExitCode.FAILED, "deploy.form_lost", status, expected);
    }
  }

  private void openPages() throws IOException {
    Map<String, String> pages = Map.of("metrics", "deploy.metrics", "routes/", "deploy.routes");
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      if (site.get(page.getKey()).statusCode() == 200) {
        open.add(page.getValue());
      }
    }
    open.forEach(key -> weak("pages", key));
    if (open.isEmpty()) {
      ok("pages", "deploy.pages");
    }
  }

  private void unreachable(IOException e) {
    boolean noHost =
        Stream.<Throwable>iterate(e, one -> one != null, Throwable::getCause)
            .anyMatch(UnresolvedAddressException.class::isInstance);
    if (noHost) {
      wrong("reach", ExitCode.UNREACHABLE, "client.no_host", site.home().getHost());
    } else if (e instanceof ConnectException && e.getMessage() == null) {
      wrong("reach", ExitCode.UNREACHABLE, "client.nobody", site.home());
    } else {
      wrong("reach", ExitCode.UNREACHABLE, "deploy.unreachable", site.home(), "" + e.getMessage());
    }
  }

  private void ok(String check, String key, Object... arguments) {
    findings.add(Finding.ok(check, context.words().of(key, arguments)));
  }

  private void weak(String check, String key) {
    findings.add(Finding.weak(check, context.words().of(key)));
  }

  private void wrong(String check, int exitCode, String key, Object... arguments) {
    findings.add(Finding.wrong(check, context.words().of(key, arguments), exitCode));
  }
}
