package fanweb.chat.protocol;

import fanweb.chat.ChatCommand;
import fanweb.chat.ChatReply;
import org.jspecify.annotations.Nullable;

/** What one line of a client's frame turned out to be. */
public sealed interface Request {
  /** The command's id as JSON text, to stand in its reply; null when it has none to be read. */
  @Nullable String id();

  /** A command, with all its fields checked. */
  record Understood(@Nullable String id, ChatCommand command) implements Request {}

  /** Nothing that can be done; the reply says why. */
  record Misunderstood(@Nullable String id, ChatReply.Misread reply) implements Request {}
}
