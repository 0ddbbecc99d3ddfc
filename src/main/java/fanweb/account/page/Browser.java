package fanweb.account.page;

import java.util.List;
import java.util.Map;

/**
 * What a browser calls itself, as people call it. Whoever lies there deceives nobody but
 * themselves: it stands only in the list of their own sessions.
 *
 * @param name as in {@code Firefox}; empty when it is none that we know
 * @param system as in {@code Android}; empty likewise
 */
public record Browser(String name, String system) {
  /** In this order: most of them claim to be those that stand further down, too. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Safari/", "Safari"),
          Map.entry("curl/", "curl"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iOS"),
          Map.entry("iPad", "iPadOS"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  /** Reads the header {@code User-Agent}. */
  static Browser of(String agent) {
    return new Browser(known(NAMES, agent), known(SYSTEMS, agent));
  }

  private static String known(List<Map.Entry<String, String>> words, String agent) {
    return words.stream()
        .filter(word -> agent.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
