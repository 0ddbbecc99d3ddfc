package fanweb.channel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.ChannelLayerConformance;
import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryChannelLayerTest extends ChannelLayerConformance {
  @Override
  protected ChannelLayer<String> newLayer() {
    return new MemoryChannelLayer<>(() -> UUID.randomUUID().toString());
  }

  @Test
  void beginsANewEpochWhenAGroupComesBackToLife() {
    GroupName group = new GroupName("123");
    ChannelLayer<String> layer = newLayer();
    ChannelLayer.Subscriber<String> subscriber = publication -> {};
    layer.groupAdd(group, subscriber);
    StreamPosition before = layer.groupSend(group, "then", null).toCompletableFuture().join();

    layer.groupDiscard(group, subscriber);
    layer.groupAdd(group, subscriber);

    StreamPosition head = layer.groupRecent(group).toCompletableFuture().join().head();
    assertThat(head.epoch()).isNotEqualTo(before.epoch());
    assertThat(head.offset()).isZero();
  }
}
