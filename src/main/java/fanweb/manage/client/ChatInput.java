package fanweb.manage.client;

import java.util.Locale;

/** What a typed line means. */
sealed interface ChatInput {
  /** Nothing. */
  record Nothing() implements ChatInput {}

  /** To be said. */
  record Say(String text) implements ChatInput {}

  /** One wants to leave. */
  record Leave() implements ChatInput {}

  /** Who is here? */
  record Who() implements ChatInput {}

  /** What was said last? */
  record Latest(int count) implements ChatInput {}

  /** Where was that said? */
  record Search(String words) implements ChatInput {}

  /** What can one do here? */
  record Help() implements ChatInput {}

  /** There is no such command, or not with these words. */
  record Unknown(String command) implements ChatInput {}

  /** How many messages are shown when nobody says how many. */
  int USUAL = 20;

  /** Reads a line. */
  static ChatInput parse(String line) {
    if (line.isBlank()) {
      return new Nothing();
    }
    if (line.strip().equals("quit")) {
      return new Leave();
    }
    if (line.startsWith("//") || !line.startsWith("/")) {
      return new Say(line.startsWith("//") ? line.substring(1) : line);
    }
    String[] words = line.strip().split("\\s+", 2);
    return command(words[0].toLowerCase(Locale.ROOT), words.length > 1 ? words[1] : "");
  }

  private static ChatInput command(String name, String rest) {
    return switch (name) {
      case "/quit" -> new Leave();
      case "/who" -> new Who();
      case "/help" -> new Help();
      case "/history" -> latest(rest);
      case "/search" -> rest.isEmpty() ? new Unknown(name) : new Search(rest);
      default -> new Unknown(name);
    };
  }

  private static ChatInput latest(String count) {
    if (count.isEmpty()) {
      return new Latest(USUAL);
    }
    return count.matches("[1-9]\\d{0,2}")
        ? new Latest(Math.min(History.PAGE, Integer.parseInt(count)))
        : new Unknown("/history " + count);
  }
}
