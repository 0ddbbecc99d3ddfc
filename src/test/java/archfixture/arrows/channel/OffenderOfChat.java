package archfixture.arrows.channel;

import archfixture.arrows.chat.Room;

public record OffenderOfChat(Room seen) {}
