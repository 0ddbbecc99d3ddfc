package archfixture.nocycles.platform.routes;

import archfixture.nocycles.platform.pages.OffenderForth;

public record OffenderBack(OffenderForth seen) {}
