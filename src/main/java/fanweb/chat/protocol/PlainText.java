package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.chat.ChatCommand;
import fanweb.chat.Refusal;

/**
 * The tutorial's protocol, spoken with clients that ask for no subprotocol: a frame is a message,
 * and the text {@code 关闭} closes the connection.
 */
public final class PlainText {
  private static final String CLOSE = "关闭";

  private PlainText() {}

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
    return refusal == Refusal.TOO_FAST
        ? "⚠ 发送太快，这条消息没有发出。Too fast: this message was not sent."
        : "⚠ 这条消息没有发出。Not sent: " + refusal.message() + ".";
  }
}
