package fanweb.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that no feature owns.
 *
 * @param mode {@code fanweb.mode}: what is shown to whom
 * @param staticUrl {@code fanweb.static.url}: where static files are, a path or an absolute URL;
 *     its path starts and ends with {@code /}
 * @param data {@code fanweb.data}: the folder of the embedded database, absolute
 * @param apiToken {@code fanweb.api.token}: the bearer token that opens the closed parts of the
 *     API; empty when they stay closed
 * @param trustedProxies {@code fanweb.http.trusted-proxies}: addresses and networks whose {@code
 *     X-Forwarded-For} is believed
 */
public record PlatformSettings(
    Mode mode, URI staticUrl, Path data, String apiToken, List<String> trustedProxies) {
  /** The fewest characters of an API token. */
  public static final int SHORTEST_TOKEN = 32;

  /** Different characters in a token that was drawn; words and patterns have fewer. */
  private static final int VARIED = 10;

  /** Where pages, sockets and interfaces are, so that static files cannot be. */
  private static final List<String> OURS =
      List.of(
          "/ws/",
          "/index/",
          "/health/",
          "/routes/",
          "/api/",
          "/metrics/",
          "/examples/",
          "/openapi/");

  /** Takes them over. */
  public PlatformSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Who looks at the pages. */
  public enum Mode {
    /** Developers: errors and {@code /routes/} list every route. */
    DEV,
    /** Anybody. */
    PRODUCTION
  }

  /**
   * Reads all of them.
   *
   * @throws InvalidSettingException for the first that is wrong
   */
  public static PlatformSettings read(SettingsReader settings) {
    Mode mode =
        settings.choice("fanweb.mode", "dev", "production").equals("dev")
            ? Mode.DEV
            : Mode.PRODUCTION;
    return new PlatformSettings(
        mode,
        staticUrl(settings),
        settings.path("fanweb.data"),
        settings.secret("fanweb.api.token", SHORTEST_TOKEN),
        settings.networks("fanweb.http.trusted-proxies"));
  }

  private static URI staticUrl(SettingsReader settings) {
    URI url = settings.base("fanweb.static.url");
    if (OURS.stream().anyMatch(url.getRawPath()::startsWith)) {
      throw new InvalidSettingException(
          "fanweb.static.url",
          url.toString(),
          "must be elsewhere, for these are the site's own: " + String.join(" ", OURS));
    }
    return url;
  }

  /** Leaves the token out, for no log shall have it. */
  @Override
  public String toString() {
    return "PlatformSettings[mode=" + mode + ", staticUrl=" + staticUrl + ", data=" + data + "]";
  }

  /** What of it is weak for a site that strangers can reach. */
  public List<Weakness> weaknesses() {
    List<Weakness> found = new ArrayList<>();
    if (isDev()) {
      found.add(
          Weakness.warning(
              "fanweb.mode",
              "dev shows every route to strangers and signs in without HTTPS; set FANWEB_MODE=production"));
    }
    if (trustedProxies.stream().anyMatch(ClientAddresses::isEverybody)) {
      found.add(
          Weakness.fatal(
              "fanweb.http.trusted-proxies",
              "everybody may say where a request comes from; name your proxies only"));
    }
    if (!apiToken.isEmpty() && apiToken.chars().distinct().count() < VARIED) {
      found.add(
          Weakness.fatal("fanweb.api.token", "can be guessed; take one from openssl rand -hex 32"));
    }
    if ("http".equalsIgnoreCase(staticUrl.getScheme())) {
      found.add(
          Weakness.warning(
              "fanweb.static.url",
              "scripts come over plain HTTP, where others can change them; use https://"));
    }
    return List.copyOf(found);
  }

  /** Whether pages may show how the project is made. */
  public boolean isDev() {
    return mode == Mode.DEV;
  }
}
