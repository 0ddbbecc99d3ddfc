package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.chat.ChatReply;
import fanweb.chat.Dialect;
import fanweb.chat.Ephemeral;
import fanweb.chat.JournalEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of a stream of server-sent events (WHATWG HTML, section 9.2): the objects of {@code
 * fanweb.v1}, each as one event. Those with an offset have it for their id and are of the usual
 * type {@code message}; what passes is an event of its own type and leaves the id as it is. Nobody
 * can ask over such a stream, so there are no replies.
 */
public final class EventStreamDialect implements Dialect {
  @Override
  public boolean joinsLines() {
    return false;
  }

  @Override
  public int maxUnanswered() {
    return 1;
  }

  @Override
  public boolean tellsEphemerals() {
    return true;
  }

  @Override
  public Optional<String> reply(@Nullable String id, ChatReply reply) {
    return Optional.empty();
  }

  @Override
  public Optional<String> event(GroupName group, JournalEntry entry) {
    return Optional.of(
        "id: " + entry.offset() + "\ndata: " + JsonEvents.event(group, entry) + "\n\n");
  }

  @Override
  public Optional<String> ephemeral(GroupName group, Ephemeral ephemeral) {
    return Optional.of(
        "event: "
            + JsonEvents.type(ephemeral)
            + "\ndata: "
            + JsonEvents.ephemeral(group, ephemeral)
            + "\n\n");
  }
}
