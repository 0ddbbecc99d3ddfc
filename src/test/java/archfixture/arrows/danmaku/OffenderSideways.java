package archfixture.arrows.danmaku;

import archfixture.arrows.support.Ticket;

public record OffenderSideways(Ticket seen) {}
