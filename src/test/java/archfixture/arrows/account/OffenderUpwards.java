package archfixture.arrows.account;

import archfixture.arrows.chat.Room;

public record OffenderUpwards(Room seen) {}
