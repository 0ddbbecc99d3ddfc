package fanweb.chat;

import fanweb.channel.GroupName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of a protocol: turns what a client is told into the text of a frame. What a protocol
 * has no words for, its clients are not told. Pure; any thread.
 */
public interface Dialect {
  /**
   * The same words for one life of a stream, for a protocol whose events name it. Those of one
   * epoch are equal.
   */
  default Dialect in(String epoch) {
    return this;
  }

  /** Whether several texts may travel in one frame, a line each. */
  boolean joinsLines();

  /**
   * How many commands of one connection may be under way. A client that hears what became of each
   * can be asked to wait; for one that does not, what is too much is lost, so it may have more.
   */
  int maxUnanswered();

  /** Whether it has words for what passes: who is here, who is writing. */
  boolean tellsEphemerals();

  /**
   * The answer to a command.
   *
   * @param id the command's id as it stood in the frame; null when it had none
   */
  Optional<String> reply(@Nullable String id, ChatReply reply);

  /** An event of a group's stream. */
  Optional<String> event(GroupName group, JournalEntry entry);

  /** Something that passes. */
  Optional<String> ephemeral(GroupName group, Ephemeral ephemeral);
}
