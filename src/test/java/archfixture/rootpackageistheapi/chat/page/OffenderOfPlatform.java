package archfixture.rootpackageistheapi.chat.page;

import archfixture.rootpackageistheapi.platform.pages.Renderer;

public record OffenderOfPlatform(Renderer seen) {}
