package archfixture.rootpackageistheapi.platform.pages;

public record Renderer() {}
