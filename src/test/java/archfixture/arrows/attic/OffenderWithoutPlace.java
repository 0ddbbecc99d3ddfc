package archfixture.arrows.attic;

import archfixture.arrows.platform.Settings;

public record OffenderWithoutPlace(Settings seen) {}
