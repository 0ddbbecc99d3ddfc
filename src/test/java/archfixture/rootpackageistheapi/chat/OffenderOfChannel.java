package archfixture.rootpackageistheapi.chat;

import archfixture.rootpackageistheapi.channel.memory.Layer;

public record OffenderOfChannel(Layer seen) {}
