package fanweb.chat;

import fanweb.account.GuestToken;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client asks for over its connection. */
public sealed interface ChatCommand {
  /** A command about one group. */
  sealed interface InGroup extends ChatCommand {
    /** Which. */
    GroupName group();
  }

  /**
   * Let me in, or, when I am in already, set me to another position.
   *
   * @param token who I am, see {@link GuestToken}; null: whoever the connection is already, else a
   *     new guest
   * @param name what others shall read, already checked; null: what it is already, else nothing
   * @param after what I have read last; nothing: whatever comes from now on
   */
  record Join(
      GroupName group,
      @Nullable GuestToken token,
      @Nullable String name,
      Optional<StreamPosition> after)
      implements InGroup {}

  /** Let me out of this group. */
  record Leave(GroupName group) implements InGroup {}

  /**
   * Say something to the group.
   *
   * @param key see {@link Draft#key}
   * @param text what; may be empty
   */
  record Publish(GroupName group, @Nullable String key, String text) implements InGroup {}

  /** Change what I said at an offset. */
  record Edit(GroupName group, long offset, String text) implements InGroup {}

  /** Delete what was said at an offset. */
  record Delete(GroupName group, long offset) implements InGroup {}

  /** I am writing, or no more. Not answered. */
  record Typing(GroupName group, boolean on) implements InGroup {}

  /** I have read up to this offset. */
  record Read(GroupName group, long offset) implements InGroup {}

  /** Are you there? */
  record Ping() implements ChatCommand {}

  /** Close this one connection. */
  record Close() implements ChatCommand {}
}
