package archfixture.adaptersarestrangers.channel.redis;

public record Bus() {}
