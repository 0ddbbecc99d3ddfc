package archfixture.arrows.channel.memory;

import archfixture.arrows.platform.Settings;

public record OffenderOfPlatform(Settings seen) {}
