package archfixture.good.platform;

public record Settings() {}
