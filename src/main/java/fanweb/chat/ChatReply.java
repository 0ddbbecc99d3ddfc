package fanweb.chat;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client is told about its command, alone. */
public sealed interface ChatReply {
  /**
   * You are in.
   *
   * @param from where the events begin: the next has the offset behind it
   * @param head the position of the latest event when you came in
   * @param recovered whether all that came after the position you gave follows
   * @param speaker who you are
   * @param standing what you may and how the group is set up
   */
  record Welcome(
      GroupName group,
      long from,
      StreamPosition head,
      boolean recovered,
      Speaker speaker,
      Standing standing)
      implements ChatReply {}

  /**
   * Who somebody is, with what a guest proves it by.
   *
   * @param token to be given when they come back; null for whoever did not come by a token of this
   *     kind
   */
  record Speaker(Author author, @Nullable GuestToken token) {}

  /**
   * How somebody stands in a group.
   *
   * @param may what they may do
   * @param settings how the group is set up
   */
  record Standing(Set<Permission> may, GroupSettings settings) {
    /** Takes them over. */
    public Standing {
      may = Set.copyOf(may);
    }
  }

  /** It is stored (in a live-only group: published). */
  record Ack(GroupName group, StreamPosition position, boolean repeated) implements ChatReply {}

  /** It is done, and there is nothing to say about it. */
  record Done() implements ChatReply {}

  /** I am here. */
  record Pong() implements ChatReply {}

  /** It was not done. */
  record Failed(Refusal refusal) implements ChatReply {}

  /**
   * It was not understood, so nobody tried.
   *
   * @param message one English sentence for the person who wrote the client
   */
  record Misread(Fault fault, String message) implements ChatReply {
    /** What is wrong with it. */
    public enum Fault {
      /** It is no JSON object. */
      MALFORMED,
      /** There is no such command. */
      UNKNOWN_TYPE,
      /** A field is missing, or is not what it must be; the message names it. */
      INVALID;

      /** The name that programs know it by, as in {@code unknown_type}. */
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
