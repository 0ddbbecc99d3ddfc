package fanweb.chat.ws;

import static fanweb.chat.ws.KeepAlive.Step.GIVE_UP;
import static fanweb.chat.ws.KeepAlive.Step.NOTHING;
import static fanweb.chat.ws.KeepAlive.Step.PING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepAliveTest {
  private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30);

  private final KeepAlive keepAlive = new KeepAlive(START);

  @Test
  void asksEvery25SecondsWhateverTheClientSaysMeanwhile() {
    assertThat(stepAt(24)).isEqualTo(NOTHING);
    hearAt(24);
    assertThat(stepAt(25)).isEqualTo(PING);
    hearAt(26);
    assertThat(stepAt(49)).isEqualTo(NOTHING);
    assertThat(stepAt(50)).isEqualTo(PING);
  }

  @ParameterizedTest
  @ValueSource(longs = {25, 30, 34})
  void anythingThatIsHeardInTimeIsAnAnswer(long second) {
    assertThat(stepAt(25)).isEqualTo(PING);
    hearAt(second);

    assertThat(stepAt(35)).isEqualTo(NOTHING);
    assertThat(stepAt(36)).isEqualTo(NOTHING);
  }

  @Test
  void givesUpTenSecondsAfterAPingThatWasNotAnswered() {
    hearAt(24);
    assertThat(stepAt(25)).isEqualTo(PING);

    assertThat(stepAt(34)).isEqualTo(NOTHING);
    assertThat(stepAt(35)).isEqualTo(GIVE_UP);
  }

  @Test
  void oneThatIsKeptAllTheSameIsAskedAgainSoThatItsLineDoesNotLookIdle() {
    stepAt(25);
    assertThat(stepAt(35)).isEqualTo(GIVE_UP);

    assertThat(stepAt(50)).isEqualTo(PING);
    assertThat(stepAt(51)).isEqualTo(NOTHING);
    hearAt(52);
    assertThat(stepAt(60)).isEqualTo(NOTHING);
  }

  private KeepAlive.Step stepAt(long second) {
    return keepAlive.next(START + TimeUnit.SECONDS.toNanos(second));
  }

  private void hearAt(long second) {
    keepAlive.heard(START + TimeUnit.SECONDS.toNanos(second));
  }
}
