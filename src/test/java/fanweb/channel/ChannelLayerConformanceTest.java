package fanweb.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import fanweb.channel.FaultyChannelLayer.Fault;
import fanweb.channel.memory.MemoryChannelLayer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The conformance suite can fail: against layers that get one publication in ten wrong it does. */
class ChannelLayerConformanceTest {
  @ParameterizedTest
  @ValueSource(classes = {DroppingLayer.class, RepeatingLayer.class, ReorderingLayer.class})
  void failsALayerThatDropsRepeatsOrReorders(Class<?> suite) {
    List<String> failed =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(suite))
            .execute()
            .testEvents()
            .failed()
            .map(Event::getTestDescriptor)
            .map(test -> test.getDisplayName().replace("()", ""))
            .toList();

    assertThat(failed)
        .contains(
            "deliversEachPublicationOnceAndInOrderToEverySubscriber",
            "numbersAGroupsPublicationsOneAfterTheOtherInOneEpoch",
            "keepsGroupsApart",
            "deliversNothingAfterADiscardAndGoesOnForTheOthers");
  }

  /** The suite on a layer with a fault; impatient, because what was dropped never comes. */
  abstract static class Suite extends ChannelLayerConformance {
    private final Fault fault;

    Suite(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected ChannelLayer<String> newLayer() {
      return new FaultyChannelLayer(
          new MemoryChannelLayer<>(() -> UUID.randomUUID().toString()), fault);
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(1);
    }
  }

  static final class DroppingLayer extends Suite {
    DroppingLayer() {
      super(Fault.DROP);
    }
  }

  static final class RepeatingLayer extends Suite {
    RepeatingLayer() {
      super(Fault.REPEAT);
    }
  }

  static final class ReorderingLayer extends Suite {
    ReorderingLayer() {
      super(Fault.REORDER);
    }
  }
}
