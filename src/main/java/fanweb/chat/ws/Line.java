package fanweb.chat.ws;

import fanweb.channel.GroupName;
import fanweb.chat.ChatConsumer;
import fanweb.chat.Connection;
import fanweb.chat.protocol.FrameCodec;
import fanweb.chat.protocol.PlainText;
import fanweb.chat.protocol.Request;

/**
 * One open session as this node knows it. Any thread, but one at a time to receive.
 *
 * @param connection its place in the chat
 * @param group the one in its path, which its commands are about when they name none
 * @param isJson whether it speaks {@code fanweb.v1}; else plain text
 * @param outlet where its pings go
 * @param keepAlive whether the client is still there
 */
record Line(
    Connection connection,
    GroupName group,
    boolean isJson,
    SessionOutlet outlet,
    KeepAlive keepAlive) {

  /** Does what a message asks for. */
  void receive(ChatConsumer consumer, String message) {
    if (!isJson) {
      consumer.receive(connection, null, PlainText.decode(group, message));
      return;
    }
    for (Request request : FrameCodec.read(group, message)) {
      if (connection.isEnding()) {
        return;
      }
      if (request instanceof Request.Understood understood) {
        consumer.receive(connection, understood.id(), understood.command());
      } else if (request instanceof Request.Misunderstood misunderstood) {
        consumer.refuse(connection, misunderstood.id(), misunderstood.reply());
      }
    }
  }
}
