package fanweb.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code fanweb.redis.url} says: {@code redis://host:port/database}, {@code rediss} with TLS,
 * {@code redis-sentinel} or {@code rediss-sentinel} with the addresses of Sentinels and the name of
 * their master: {@code redis-sentinel://host:port,host:port/database#name}. In front of the host
 * may stand {@code :password@} or {@code user:password@}.
 *
 * @param addresses {@code host:port} of the server, or of the Sentinels
 * @param master what the Sentinels call it; null: the address is the server's own
 * @param user null: nobody's in particular
 * @param password null: none
 */
public record RedisSettings(
    boolean tls,
    List<Address> addresses,
    @Nullable String master,
    @Nullable String user,
    @Nullable String password,
    int database) {
  private static final String NAME = "fanweb.redis.url";
  private static final int PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final int HIGHEST_PORT = 65_535;

  private static final Pattern FORM =
      Pattern.compile(
          "(rediss?)(-sentinel)?://(?:([^:@/]*):([^@/]*)@)?([^@/#?]+)(?:/(\\d{0,5}))?(?:#([^#]+))?");

  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?");

  /**
   * Where one listens.
   *
   * @param host a name or an address
   */
  public record Address(String host, int port) {}

  /**
   * Reads them.
   *
   * @throws InvalidSettingException when it has another form; the password is not repeated
   */
  public static RedisSettings read(SettingsReader settings) {
    String url = settings.text(NAME);
    Matcher form = FORM.matcher(url);
    if (!form.matches() || (form.group(2) == null) != (form.group(7) == null)) {
      throw wrong(url);
    }
    int port = form.group(2) == null ? PORT : SENTINEL_PORT;
    List<Address> addresses =
        Arrays.stream(form.group(5).split(",", -1)).map(text -> address(url, text, port)).toList();
    if (form.group(2) == null && addresses.size() > 1) {
      throw wrong(url);
    }
    return new RedisSettings(
        form.group(1).equals("rediss"),
        addresses,
        form.group(7),
        decoded(url, form.group(3)),
        decoded(url, form.group(4)),
        number(form.group(6), 0));
  }

  private static Address address(String url, String text, int usual) {
    Matcher parts = HOST.matcher(text);
    if (parts.matches()) {
      int port = number(parts.group(2), usual);
      if (port > 0 && port <= HIGHEST_PORT) {
        return new Address(parts.group(1).replaceAll("[\\[\\]]", ""), port);
      }
    }
    throw wrong(url);
  }

  private static int number(@Nullable String digits, int usual) {
    return digits == null || digits.isEmpty() ? usual : Integer.parseInt(digits);
  }

  /** What stands before the host may have any character, by its code. */
  private static @Nullable String decoded(String url, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong(url);
    }
  }

  private static InvalidSettingException wrong(String url) {
    return new InvalidSettingException(
        NAME,
        url,
        "must be like redis://:password@127.0.0.1:6379/0 (rediss:// with TLS), or"
            + " redis-sentinel://host:26379,host:26379/0#master; write special characters of a"
            + " password as %40");
  }
}
