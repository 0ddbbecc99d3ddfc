package fanweb.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
          "/openapi/",
          "/account/");

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
    return Stream.of(
            weakIf(
                isDev(),
                Weakness.warning(
                    "fanweb.mode",
                    "dev shows strangers every route and signs in without HTTPS; take production")),
            weakIf(
                trustedProxies.stream().anyMatch(ClientAddresses::isEverybody),
                Weakness.fatal(
                    "fanweb.http.trusted-proxies",
                    "everybody may say where a request comes from; name your proxies only")),
            weakIf(
                isGuessable(apiToken),
                Weakness.fatal(
                    "fanweb.api.token", "can be guessed; take one of openssl rand -hex 32")),
            weakIf(
                "http".equalsIgnoreCase(staticUrl.getScheme()),
                Weakness.warning(
                    "fanweb.static.url",
                    "scripts come over plain HTTP, where others can change them; use https://")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Weakness> weakIf(boolean weak, Weakness weakness) {
    return weak ? Optional.of(weakness) : Optional.empty();
  }

  private static boolean isGuessable(String secret) {
    return !secret.isEmpty() && secret.chars().distinct().count() < VARIED;
  }

  /** Whether pages may show how the project is made. */
  public boolean isDev() {
    return mode == Mode.DEV;
  }
}
