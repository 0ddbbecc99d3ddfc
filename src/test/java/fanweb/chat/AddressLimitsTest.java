package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.SendLimit.Verdict;
import fanweb.platform.ClientAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressLimitsTest {
  private static final ClientAddress HERE = new ClientAddress("203.0.113.7");
  private static final ClientAddress THERE = new ClientAddress("203.0.113.8");

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
  void thisMachineHasNoLimits() {
    AddressLimits limits = limits(2, 1);

    assertThat(Stream.generate(() -> limits.enter(ClientAddress.LOCAL)).limit(100))
        .allMatch(Optional::isPresent);
    assertThat(Stream.generate(() -> limits.allows(ClientAddress.LOCAL)).limit(100))
        .containsOnly(true);
  }

  @Test
  void limitsThatAreLiftedHaveNoEnd() {
    AddressLimits limits = limits(0, 0);

    assertThat(Stream.generate(() -> limits.enter(HERE)).limit(100)).allMatch(Optional::isPresent);
    assertThat(Stream.generate(() -> limits.allows(HERE)).limit(100)).containsOnly(true);
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
    assertThat(Stream.generate(() -> limits.allows(HERE)).limit(1_000)).contains(false);
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
