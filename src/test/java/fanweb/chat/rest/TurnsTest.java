package fanweb.chat.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.platform.RefusedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final int PATIENCE_SECONDS = 20;

  private final Turns turns = new Turns();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void end() throws InterruptedException {
    goOn.countDown();
    others.shutdown();
    assertThat(others.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoComesToNoTurnIsRefused() throws InterruptedException {
    hold(16, turns::take);

    assertThatThrownBy(() -> turns.take(() -> 1)).isInstanceOf(RefusedException.class);
  }

  @Test
  void searchesLeaveTurnsForOthers() throws InterruptedException {
    hold(4, work -> turns.search(() -> turns.take(work)));

    assertThatThrownBy(() -> turns.search(() -> 1)).isInstanceOf(RefusedException.class);
    assertThat(turns.<Integer>take(() -> 1)).isEqualTo(1);
  }

  @Test
  void aTurnThatFailsComesBack() {
    IntStream.range(0, 20)
        .forEach(
            i ->
                assertThatThrownBy(() -> turns.search(TurnsTest::fail)).hasMessage("for the test"));

    assertThat(turns.<Integer>search(() -> 1)).isEqualTo(1);
  }

  private static int fail() {
    throw new IllegalStateException("for the test");
  }

  /** So many at once come to their turn, and stay. */
  private void hold(int many, Taking taking) throws InterruptedException {
    CountDownLatch there = new CountDownLatch(many);
    for (int i = 0; i < many; i++) {
      others.execute(() -> taking.take(() -> stay(there)));
    }
    assertThat(there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private boolean stay(CountDownLatch there) {
    there.countDown();
    try {
      return goOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private interface Taking {
    boolean take(Supplier<Boolean> work);
  }
}
