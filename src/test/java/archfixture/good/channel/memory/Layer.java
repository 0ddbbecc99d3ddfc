package archfixture.good.channel.memory;

import archfixture.good.channel.Group;

public record Layer(Group seen) {}
