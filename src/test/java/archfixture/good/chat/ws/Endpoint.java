package archfixture.good.chat.ws;

import archfixture.good.channel.Group;
import archfixture.good.chat.Room;
import archfixture.good.chat.protocol.Codec;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

@ServerEndpoint("/ws")
class Endpoint {
  void receive(Session session, Codec codec, Room room, Group group) {}
}
