package archfixture.good.channel;

public record Group() {}
