package fanweb.chat;

/** What a client asks of a room. */
public sealed interface ChatCommand {
  /**
   * Say something to the group.
   *
   * @param text what; may be empty
   */
  record Publish(String text) implements ChatCommand {}

  /** Close this one connection. */
  record Leave() implements ChatCommand {}
}
