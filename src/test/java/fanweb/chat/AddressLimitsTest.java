package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.SendLimit.Verdict;
import fanweb.platform.ClientAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressLimitsTest {
  private static final ClientAddress HERE = new ClientAddress("203.0.113.7");
  private static final ClientAddress THERE = new ClientAddress("203.0.113.8");
  private static final ClientAddress SELF = new ClientAddress("127.0.0.1");

  @Test
  void anAddressHasSoManyPlacesAndEachComesBackOnce() {
    AddressLimits limits = limits(2, 100);
    Place first = limits.enter(HERE).orElseThrow();
    Place second = limits.enter(HERE).orElseThrow();

    assertThat(limits.enter(HERE)).isEmpty();
    assertThat(limits.enter(THERE)).isPresent();

    first.close();
    first.close();
    assertThat(limits.enter(HERE)).isPresent();
    assertThat(limits.enter(HERE)).isEmpty();
    second.close();
    assertThat(limits.enter(HERE)).isPresent();
  }

  @Test
  void thisMachineAndALiftedLimitHaveNoEnd() {
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> limits(2, 1).enter(SELF)))
        .allMatch(Optional::isPresent);
    AddressLimits lifted = limits(0, 0);
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> lifted.enter(HERE)))
        .allMatch(Optional::isPresent);
    assertThat(Stream.generate(() -> lifted.allows(HERE)).limit(1_000)).containsOnly(true);
    assertThat(Stream.generate(() -> limits(2, 1).allows(SELF)).limit(1_000)).containsOnly(true);
  }

  @Test
  void connectionsOfOneAddressShareItsRateAndNobodyFloodsByOthers() {
    AddressLimits limits = limits(10, 20);
    SendLimit one = limits.enter(HERE).orElseThrow().limit();
    SendLimit two = limits.enter(HERE).orElseThrow().limit();
    List<Verdict> first = Stream.generate(one::next).limit(20).toList();

    List<Verdict> second = Stream.generate(two::next).limit(40).toList();

    assertThat(first).containsOnly(Verdict.ALLOWED);
    assertThat(second).contains(Verdict.TOO_FAST).doesNotContain(Verdict.FLOODING);
    assertThat(limits.allows(HERE)).isFalse();
    assertThat(limits.allows(THERE)).isTrue();
  }

  @Test
  void whoeverGoesOverItsOwnRateFloodsAsBefore() {
    SendLimit limit = limits(10, 100).enter(HERE).orElseThrow().limit();

    assertThat(Stream.generate(limit::next).limit(100)).endsWith(Verdict.FLOODING);
  }

  private static AddressLimits limits(int connections, int rate) {
    AtomicLong time = new AtomicLong();
    return new AddressLimits(
        new ChatSettings(1, 60, connections, rate, 1_000, List.of(), true, "memory"), time::get);
  }
}
