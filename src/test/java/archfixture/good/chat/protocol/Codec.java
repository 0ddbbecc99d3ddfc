package archfixture.good.chat.protocol;

import archfixture.good.chat.Room;

public record Codec(Room seen) {}
