package archfixture.arrows.chat.ws;

import archfixture.arrows.danmaku.Track;

public record OffenderLater(Track seen) {}
