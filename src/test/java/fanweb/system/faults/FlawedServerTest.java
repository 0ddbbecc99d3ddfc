package fanweb.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.system.faults.FlawedStream.Flaw;
import fanweb.system.faults.Verdict.Offence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same clients, the same load and the same crashes as for the real server find a server out
 * that is wrong, and acquit one that is right.
 */
class FlawedServerTest {
  private static final int CRASHES = 3;
  private static final int MESSAGES_BETWEEN = 25;
  private static final Duration SETTLING = Duration.ofSeconds(10);

  @Test
  void a_server_without_a_flaw_is_acquitted() throws Exception {
    Verdict verdict = judge(Flaw.NONE);
    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.counts().acked()).isGreaterThan(CRASHES * MESSAGES_BETWEEN);
    assertThat(verdict.counts().heard()).isGreaterThan(verdict.counts().acked());
  }

  @ParameterizedTest
  @CsvSource({
    "ACKNOWLEDGES_BEFORE_THE_COMMIT, LOST",
    "FORGETS_PEOPLE, ALTERED",
    "FORGETS_KEYS, DOUBLED",
    "TELLS_TWICE, DOUBLED",
    "SWAPS, DISORDERED",
    "SKIPS, DISORDERED"
  })
  void a_server_with_a_flaw_is_found_out(Flaw flaw, Offence offence) throws Exception {
    Verdict verdict = judge(flaw);
    System.out.print(verdict.row(flaw.name()));
    assertThat(verdict.of(offence)).as("%s", verdict.first()).isPositive();
  }

  private static Verdict judge(Flaw flaw) throws IOException {
    try (FlawedServer server = new FlawedServer(new FlawedStream(flaw));
        Crowd crowd = new Crowd()) {
      List<Talker> talkers = crowd.addMany(server.address(), 5, 1);
      crowd.come();
      crowd.talk(talkers, 200, 20);
      for (int i = 0; i < CRASHES; i++) {
        crowd.awaitAcks(MESSAGES_BETWEEN);
        server.crash();
      }
      crowd.awaitAllIn();
      crowd.hush();
      crowd.settle(SETTLING);
      server.crash();
      return Checker.check(crowd.testimonies(), server.stored());
    }
  }
}
