package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Finding;
import fanweb.platform.CsrfTokens;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stranger finds at a site's address, through whatever is in front of it: is it there, is it
 * HTTPS, do headers and cookies come through, and can one talk. Says nothing in any group.
 */
final class DeployChecks {
  private static final String SIGN_IN = "account/sign-in/";
  private static final Pattern TOKEN =
      Pattern.compile("name=\"" + CsrfTokens.FIELD + "\" value=\"([^\"]+)\"");
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
      wrong("reach", ExitCode.UNREACHABLE, "deploy.unreachable", site.home(), cause(e));
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
    if (site.get("").headers().firstValue("Strict-Transport-Security").isEmpty()) {
      wrong("https", ExitCode.FAILED, "deploy.no_hsts");
    } else if (answersInPlain()) {
      weak("https", "deploy.plain_too");
    } else {
      ok("https", "deploy.https");
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
    } else if (isTakenBack(page, cookie.get().replaceFirst(";.*", ""))) {
      ok("cookies", "deploy.cookies");
    } else {
      wrong("cookies", ExitCode.FAILED, "deploy.lost_cookie");
    }
  }

  /** Sends the form of a page empty, with its cookie: it is not refused for being forged. */
  private boolean isTakenBack(HttpResponse<String> page, String cookie) throws IOException {
    Matcher token = TOKEN.matcher(page.body());
    return token.find()
        && site.post(SIGN_IN, cookie, CsrfTokens.FIELD + "=" + token.group(1)).statusCode() != 403;
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

  private static String cause(IOException e) {
    String words = e.getMessage();
    return e instanceof ConnectException && words == null ? "connection refused" : "" + words;
  }

  private void ok(String check, String key) {
    findings.add(Finding.ok(check, context.words().of(key)));
  }

  private void weak(String check, String key) {
    findings.add(Finding.weak(check, context.words().of(key)));
  }

  private void wrong(String check, int exitCode, String key, Object... arguments) {
    findings.add(Finding.wrong(check, context.words().of(key, arguments), exitCode));
  }
}
