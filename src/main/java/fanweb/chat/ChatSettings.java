package fanweb.chat;

import fanweb.platform.InvalidSettingException;
import fanweb.platform.SettingsReader;
import fanweb.platform.Weakness;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of the chat.
 *
 * @param ratePerSecond {@code fanweb.chat.rate-per-second}: messages a connection may send per
 *     second in the long run; 0 lifts the limit
 * @param rateBurst {@code fanweb.chat.rate-burst}: messages it may send at once after a silence
 * @param connectionsPerAddress {@code fanweb.chat.connections-per-address}: connections to this
 *     node that one address may have; 0 lifts the limit
 * @param ratePerAddress {@code fanweb.chat.rate-per-address}: messages per second that all clients
 *     of one address may send together; 0 lifts the limit
 * @param maxMessageBytes {@code fanweb.chat.max-message-bytes}: longest message, in bytes of UTF-8
 * @param allowedOrigins {@code fanweb.chat.allowed-origins}: origins besides our own whose pages
 *     may connect
 * @param allowMissingOrigin {@code fanweb.chat.allow-missing-origin}: whether clients that are no
 *     browsers may connect
 * @param channelLayer {@code fanweb.channel.layer}: the back end of the channel layer, {@code
 *     memory} or {@code redis}
 */
public record ChatSettings(
    int ratePerSecond,
    int rateBurst,
    int connectionsPerAddress,
    int ratePerAddress,
    int maxMessageBytes,
    List<String> allowedOrigins,
    boolean allowMissingOrigin,
    String channelLayer) {

  private static final int HIGHEST_RATE = 100_000;
  private static final int MOST_CONNECTIONS = 100_000;
  private static final int LARGEST_MESSAGE = 1_048_576;

  /** Takes them over. */
  public ChatSettings {
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /**
   * Reads all of them.
   *
   * @throws InvalidSettingException for the first that is wrong
   */
  public static ChatSettings read(SettingsReader settings) {
    return new ChatSettings(
        settings.integer("fanweb.chat.rate-per-second", 0, HIGHEST_RATE),
        settings.integer("fanweb.chat.rate-burst", 1, HIGHEST_RATE),
        settings.integer("fanweb.chat.connections-per-address", 0, MOST_CONNECTIONS),
        settings.integer("fanweb.chat.rate-per-address", 0, HIGHEST_RATE),
        settings.integer("fanweb.chat.max-message-bytes", 1, LARGEST_MESSAGE),
        settings.origins("fanweb.chat.allowed-origins"),
        settings.bool("fanweb.chat.allow-missing-origin"),
        settings.choice("fanweb.channel.layer", "memory", "redis"));
  }

  /** What of it is weak for a site that strangers can reach. */
  public List<Weakness> weaknesses() {
    List<Weakness> found = new ArrayList<>();
    if (ratePerSecond == 0) {
      found.add(
          Weakness.warning(
              "fanweb.chat.rate-per-second", "one connection may flood a group; set a limit"));
    }
    if (connectionsPerAddress == 0 || ratePerAddress == 0) {
      found.add(
          Weakness.warning(
              connectionsPerAddress == 0
                  ? "fanweb.chat.connections-per-address"
                  : "fanweb.chat.rate-per-address",
              "one machine may take up the whole node; set a limit"));
    }
    if (allowedOrigins.stream().anyMatch(origin -> origin.startsWith("http://"))) {
      found.add(
          Weakness.warning(
              "fanweb.chat.allowed-origins",
              "pages that came over plain HTTP may connect, which whoever is in between can change"));
    }
    return List.copyOf(found);
  }
}
