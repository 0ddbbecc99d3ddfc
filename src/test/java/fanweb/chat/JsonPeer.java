package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.protocol.FrameCodec;
import fanweb.chat.protocol.JsonDialect;
import fanweb.chat.protocol.Request;
import java.util.List;

/** A client that speaks {@code fanweb.v1} with a node, without a socket between them. */
public final class JsonPeer implements JsonSpeaker {
  private static final Dialect DIALECT = new JsonDialect();

  private final TestClient line;
  private final ChatConsumer consumer;
  private final GroupName group;

  /**
   * Connects.
   *
   * @param group the one in the path
   */
  public JsonPeer(ChatNode node, GroupName group, SendLimit limit) {
    this(node, group, node.connect(DIALECT, limit));
  }

  /** Connects as somebody who is known, to speak as often as they like. */
  public JsonPeer(ChatNode node, GroupName group, Identity who) {
    this(node, group, node.connect(DIALECT, who));
  }

  private JsonPeer(ChatNode node, GroupName group, TestClient line) {
    this.line = line;
    this.consumer = node.consumer();
    this.group = group;
  }

  /** Connects, to speak as often as it likes. */
  public JsonPeer(ChatNode node, GroupName group) {
    this(node, group, SendLimit.of(0, 1));
  }

  @Override
  public void send(String frame) {
    for (Request request : FrameCodec.read(group, frame)) {
      if (request instanceof Request.Understood understood) {
        consumer.receive(line.connection(), understood.id(), understood.command());
      } else if (request instanceof Request.Misunderstood misunderstood) {
        consumer.refuse(line.connection(), misunderstood.id(), misunderstood.reply());
      }
    }
  }

  @Override
  public List<String> frames() {
    return line.heard();
  }

  /** The line under it. */
  public TestClient line() {
    return line;
  }
}
