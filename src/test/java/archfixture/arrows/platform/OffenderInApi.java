package archfixture.arrows.platform;

import archfixture.arrows.chat.Room;

public record OffenderInApi(Room seen) {}
