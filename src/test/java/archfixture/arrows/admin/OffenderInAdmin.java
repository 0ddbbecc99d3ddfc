package archfixture.arrows.admin;

import archfixture.arrows.chat.Room;

public record OffenderInAdmin(Room seen) {}
