package archfixture.rootpackageistheapi.channel.memory;

public record Layer() {}
