package fanweb.chat;

import fanweb.channel.StreamPosition;
import java.util.List;

/** What members are told and nobody stores. */
public sealed interface Ephemeral {
  /**
   * Who is here, whole.
   *
   * @param count how many people
   * @param here they; empty in a large group, where only the count is told
   */
  record Presence(int count, List<Author> here) implements Ephemeral {}

  /**
   * Who came and went since the last time.
   *
   * @param count how many people are here now
   */
  record PresenceChange(int count, List<Author> joined, List<Author> left) implements Ephemeral {}

  /** Who is writing now. */
  record Typing(List<Author> authors) implements Ephemeral {}

  /**
   * What comes next for you is no longer at hand, or the stream began anew: it goes on after this
   * position.
   */
  record Reset(StreamPosition head) implements Ephemeral {}
}
