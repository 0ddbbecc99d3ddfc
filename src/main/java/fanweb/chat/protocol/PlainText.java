package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.chat.ChatCommand;
import fanweb.chat.ChatEvent.Message;
import fanweb.chat.ChatReply;
import fanweb.chat.Dialect;
import fanweb.chat.Ephemeral;
import fanweb.chat.JournalEntry;
import fanweb.chat.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tutorial's protocol, spoken with clients that ask for no subprotocol: a frame is a message,
 * and the text {@code 关闭} closes the connection. It has words for messages, and for what was not
 * done; all else its clients are not told.
 */
public final class PlainText implements Dialect {
  private static final String CLOSE = "关闭";

  /** Reads a client's frame. */
  public static ChatCommand decode(GroupName group, String frame) {
    return frame.equals(CLOSE)
        ? new ChatCommand.Close()
        : new ChatCommand.Publish(group, null, frame);
  }

  /**
   * What a client is told when its command was not done: a line that no program mistakes for
   * silence.
   */
  public static String encode(Refusal refusal) {
    return "⚠ " + words(refusal);
  }

  @Override
  public boolean joinsLines() {
    return false;
  }

  @Override
  public int maxUnanswered() {
    return 4_096;
  }

  @Override
  public boolean tellsEphemerals() {
    return false;
  }

  @Override
  public Optional<String> reply(@Nullable String id, ChatReply reply) {
    return reply instanceof ChatReply.Failed failed
        ? Optional.of(encode(failed.refusal()))
        : Optional.empty();
  }

  @Override
  public Optional<String> event(GroupName group, JournalEntry entry) {
    return entry.event() instanceof Message message && message.state() != Message.State.DELETED
        ? Optional.of(message.text())
        : Optional.empty();
  }

  @Override
  public Optional<String> ephemeral(GroupName group, Ephemeral ephemeral) {
    return Optional.empty();
  }

  private static String words(Refusal refusal) {
    return switch (refusal) {
      case TOO_LONG -> "太长，这条消息没有发出。Too long: this message was not sent.";
      case TOO_FAST -> "发送太快，这条消息没有发出。Too fast: this message was not sent.";
      case SLOW_MODE -> "本群开启了慢速模式，请稍后再发。Slow mode: this came too soon and was not sent.";
      case TOO_MANY_COMMANDS -> "等待处理的消息太多，这条没有发出。Too many messages are waiting: not sent.";
      case MUTED -> "你已被禁言，这条消息没有发出。You are muted here: not sent.";
      case BANNED -> "你已被移出本群。You are banned from this group.";
      case NOT_ALLOWED -> "你没有在本群发言的权限。You may not write in this group.";
      case UNAVAILABLE ->
          "暂时无法保存，不确定是否发出，请重试。The database does not answer: perhaps not sent, try again.";
      case OVERLOADED -> "服务器繁忙，这条消息没有发出，请稍后再试。Too much to do just now: not sent, try again later.";
      case REJECTED -> "数据库不接受这段文字，没有发出。The database refuses this text: not sent.";
      default -> "这条消息没有发出。Not sent: " + refusal.message() + ".";
    };
  }
}
