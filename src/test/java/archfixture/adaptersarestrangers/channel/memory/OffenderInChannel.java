package archfixture.adaptersarestrangers.channel.memory;

import archfixture.adaptersarestrangers.channel.redis.Bus;

public record OffenderInChannel(Bus seen) {}
