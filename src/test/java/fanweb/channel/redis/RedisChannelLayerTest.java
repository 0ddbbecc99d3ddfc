package fanweb.channel.redis;

import fanweb.channel.ChannelLayer;
import fanweb.channel.ChannelLayerConformance;
import fanweb.system.NeedsRedis;
import fanweb.system.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsRedis.class)
class RedisChannelLayerTest extends ChannelLayerConformance {
  private final RedisNode node;

  RedisChannelLayerTest(Redis redis) {
    node = new RedisNode(RedisNode.servers(redis, 1)).awaitUp();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Override
  protected ChannelLayer<String> newLayer() {
    return node.newLayer();
  }
}
