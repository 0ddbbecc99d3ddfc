package archfixture.nocycles.platform.pages;

import archfixture.nocycles.platform.routes.OffenderBack;

public record OffenderForth(OffenderBack seen) {}
