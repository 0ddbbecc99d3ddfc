package fanweb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.SendLimit.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendLimitTest {
  @Test
  void lets_a_burst_through_then_refuses_then_calls_it_flooding() {
    SendLimit limit = SendLimit.of(1, 60);

    List<Verdict> verdicts = Stream.generate(limit::next).limit(100).toList();

    assertThat(verdicts.subList(0, 60)).containsOnly(Verdict.ALLOWED);
    assertThat(verdicts).contains(Verdict.TOO_FAST).endsWith(Verdict.FLOODING);
    assertThat(verdicts.indexOf(Verdict.TOO_FAST)).isLessThan(verdicts.indexOf(Verdict.FLOODING));
  }

  @Test
  void never_refuses_when_it_is_lifted() {
    SendLimit limit = SendLimit.of(0, 1);

    assertThat(Stream.generate(limit::next).limit(10_000)).containsOnly(Verdict.ALLOWED);
  }
}
