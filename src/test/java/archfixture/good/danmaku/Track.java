package archfixture.good.danmaku;

import archfixture.good.channel.Group;
import archfixture.good.chat.Room;

record Track(Room room, Group group) {}
