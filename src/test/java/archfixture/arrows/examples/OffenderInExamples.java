package archfixture.arrows.examples;

import archfixture.arrows.chat.Room;

public record OffenderInExamples(Room seen) {}
