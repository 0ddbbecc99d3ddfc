package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private final List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

  @Test
  void leavesWhatIsNeededToFailInItsOrder() {
    assertThat(Shrinking.smallest(numbers, list -> list.containsAll(List.of(97, 3, 40))))
        .containsExactly(3, 40, 97);
  }

  @Test
  void leavesNothingWhenNothingIsNeeded() {
    assertThat(Shrinking.smallest(numbers, list -> true)).isEmpty();
  }

  @Test
  void leavesAllWhenAllIsNeeded() {
    assertThat(Shrinking.smallest(numbers, list -> list.size() == 100)).isEqualTo(numbers);
  }
}
