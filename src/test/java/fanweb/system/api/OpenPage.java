package fanweb.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.LaunchedServer;
import fanweb.system.api.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page that is open in a browser sends with whatever it asks. */
final class OpenPage {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();
  private String token = "";

  private OpenPage(LaunchedServer server) {
    this.base = "http://127.0.0.1:" + server.port();
  }

  /** One of somebody who has not signed in. */
  static OpenPage ofGuest(LaunchedServer server) {
    OpenPage page = new OpenPage(server);
    page.ask("/account/sign-in/", "");
    return page;
  }

  /** One of somebody who signs in with these. */
  static OpenPage of(LaunchedServer server, String login, String password) {
    OpenPage page = ofGuest(server);
    String form = "login=" + login + "&password=" + password.replace(' ', '+');
    Answer in = page.ask("/account/sign-in/", form + "&csrfmiddlewaretoken=" + page.token);
    assertThat(in.status()).as(in.body()).isEqualTo(303);
    page.ask("/account/", "");
    return page;
  }

  /** Name after value after name. */
  String[] headers() {
    return new String[] {"Cookie", cookie(), "X-CSRFToken", token, "Origin", base};
  }

  private String cookie() {
    return cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  /** Fetches a page, or sends it a form. */
  private Answer ask(String path, String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookie());
    }
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    Answer answer = Api.sent(request.build());
    for (String set : answer.headers().getOrDefault("set-cookie", List.of())) {
      String[] pair = set.replaceFirst(";.*", "").split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    Matcher found = TOKEN.matcher(answer.body());
    token = found.find() ? found.group(1) : token;
    return answer;
  }
}
