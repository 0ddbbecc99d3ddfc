package archfixture.rootknowsnoadapter.platform.pages;

public record Renderer() {}
