package fanweb.channel.memory;

import fanweb.channel.ChannelLayer;
import fanweb.channel.ChannelLayerConformance;
import java.util.UUID;

class MemoryChannelLayerTest extends ChannelLayerConformance {
  @Override
  protected ChannelLayer<String> newLayer() {
    return new MemoryChannelLayer<>(() -> UUID.randomUUID().toString());
  }
}
