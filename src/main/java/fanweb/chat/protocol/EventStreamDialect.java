package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.ChatReply;
import fanweb.chat.Dialect;
import fanweb.chat.Ephemeral;
import fanweb.chat.JournalEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a stream of server-sent events (WHATWG HTML, section 9.2): the objects of {@code
 * fanweb.v1}, each as one event. Those of the group's stream are of the usual type {@code message};
 * all others have the type of their object, but for {@code error}, which is {@code refused} here.
 * The id is the position in the stream, with the epoch, so that who comes back with it is told when
 * the stream is another one; what passes leaves it as it is. Nobody can ask over such a stream: a
 * {@link ChatReply.Pong} that nobody asked for is a comment, which keeps the line open.
 *
 * @param epoch which life of a group's stream it tells of; empty before that is known
 */
public record EventStreamDialect(String epoch) implements Dialect {
  /** How long a client waits before it comes back, in milliseconds. */
  private static final int RETRY = 2_000;

  private static final Pattern ID = Pattern.compile("([!-9;-~]{1,64}):(\\d{1,18})");
  private static final String COMMENT = ":\n\n";

  /** Reads an id that was told, as it comes in {@code Last-Event-ID}; empty when it is none. */
  public static Optional<StreamPosition> parseId(String id) {
    Matcher parts = ID.matcher(id);
    return parts.matches()
        ? Optional.of(new StreamPosition(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public Dialect in(String ofStream) {
    return new EventStreamDialect(ofStream);
  }

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
    if (reply instanceof ChatReply.Welcome welcome) {
      String data = JsonDialect.welcome(begin("welcome"), welcome, false).end();
      StreamPosition from = new StreamPosition(welcome.head().epoch(), welcome.from());
      return Optional.of("retry: " + RETRY + "\n" + id(from) + text("welcome", data));
    }
    if (reply instanceof ChatReply.Failed failed) {
      String code = failed.refusal().code();
      String message = failed.refusal().message();
      boolean temporary = failed.refusal().isTemporary();
      return Optional.of(
          // Not error: that is what browsers call a line that breaks.
          text("refused", JsonDialect.error(begin("error"), code, message, temporary).end()));
    }
    return reply instanceof ChatReply.Pong ? Optional.of(COMMENT) : Optional.empty();
  }

  @Override
  public Optional<String> event(GroupName group, JournalEntry entry) {
    return Optional.of(
        id(new StreamPosition(epoch, entry.offset()))
            + "data: "
            + JsonEvents.event(group, entry)
            + "\n\n");
  }

  @Override
  public Optional<String> ephemeral(GroupName group, Ephemeral ephemeral) {
    String text = text(JsonEvents.type(ephemeral), JsonEvents.ephemeral(group, ephemeral));
    return Optional.of(ephemeral instanceof Ephemeral.Reset reset ? id(reset.head()) + text : text);
  }

  private static JsonLine begin(String type) {
    return JsonLine.begin(512).add("type", type);
  }

  private static String id(StreamPosition position) {
    return "id: " + position.epoch() + ":" + position.offset() + "\n";
  }

  private static String text(String type, String data) {
    return "event: " + type + "\ndata: " + data + "\n\n";
  }
}
