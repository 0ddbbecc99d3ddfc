package archfixture.arrows.platform;

public record Settings() {}
