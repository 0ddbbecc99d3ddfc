package archfixture.good.platform.wiring;

import archfixture.good.channel.memory.Layer;
import archfixture.good.chat.Room;
import archfixture.good.chat.protocol.Codec;

record Parts(Layer layer, Codec codec, Room room) {}
