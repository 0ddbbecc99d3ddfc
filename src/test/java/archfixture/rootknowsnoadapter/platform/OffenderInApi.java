package archfixture.rootknowsnoadapter.platform;

import archfixture.rootknowsnoadapter.platform.pages.Renderer;

public record OffenderInApi(Renderer seen) {}
