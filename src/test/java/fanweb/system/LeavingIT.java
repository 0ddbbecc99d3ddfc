package fanweb.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever goes is gone, however it went. */
@SharedServer
class LeavingIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  /** Ways to go. */
  enum Way {
    CLOSE_HANDSHAKE {
      @Override
      void go(RawSocket socket) throws IOException {
        socket.sendClose(1000, "bye").readClose();
        socket.close();
      }
    },
    ASKED_FOR {
      @Override
      void go(RawSocket socket) throws IOException {
        socket.say("关闭").readClose();
        socket.close();
      }
    },
    FIN {
      @Override
      void go(RawSocket socket) throws IOException {
        socket.close();
      }
    },
    HALF {
      @Override
      void go(RawSocket socket) throws IOException {
        socket.finish();
      }
    },
    RESET {
      @Override
      void go(RawSocket socket) throws IOException {
        socket.reset();
      }
    },
    RESET_WHILE_ADDRESSED {
      @Override
      void go(RawSocket socket) throws IOException {
        for (int i = 0; i < 5; i++) {
          socket.say("not waiting for the echo");
        }
        socket.reset();
      }
    };

    abstract void go(RawSocket socket) throws IOException;
  }

  private interface Visit {
    @Nullable Void make(int number) throws IOException;
  }

  @BeforeEach
  void nobodyIsHere() {
    awaitNobody();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverGoesLeavesItsGroup(Way way) throws IOException {
    String path = "/ws/going-" + way.name() + "/";
    try (RawSocket goer = RawSocket.open(path);
        RawSocket other = RawSocket.open(path)) {
      assertThat(Metrics.connections("")).isEqualTo(2);

      way.go(goer);

      await().atMost(ofSeconds(10)).until(() -> Metrics.connections("") == 1);
      assertThat(other.say("still here").hear()).isNotEmpty();
      other.reset();
      awaitNobody();
    }
  }

  @Test
  void twoThousandConnectsAndDisconnectsLeaveNothingBehind() throws Exception {
    long begun = System.nanoTime();
    visit(2_000, LeavingIT::visit);
    awaitNobody();
    System.out.printf("2,000 visits, 50 at once: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
  }

  @Test
  void fiveHundredThatDoNotWaitForTheAnswerLeaveNothingBehind() throws Exception {
    visit(500, LeavingIT::knock);
    // Some handshakes are still waiting for their turn: nobody must be left afterwards.
    await()
        .atMost(ofSeconds(30))
        .during(ofSeconds(3))
        .until(() -> Metrics.connections("") == 0 && Metrics.groups("") == 0);
  }

  private static void visit(int times, Visit visit) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(50);
    try {
      List<Future<?>> visitors = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        visitors.add(executor.submit(() -> visit.make(number)));
      }
      for (Future<?> visitor : visitors) {
        visitor.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** Does not read the answer to its handshake, and goes before, while or after it is written. */
  private static @Nullable Void knock(int number) throws IOException {
    RawSocket.askAndReset("/ws/" + groupOf(number) + "/", number % 7 * 500_000L);
    return null;
  }

  /** Every fourth is in the same group. */
  private static String groupOf(int number) {
    return number % 4 == 0 ? "crowd" : "visit-" + number;
  }

  /** Comes, mostly speaks, and goes in one of the ways. */
  private static @Nullable Void visit(int number) throws IOException {
    if (number % 10 == 9) {
      return knock(number);
    }
    RawSocket socket = RawSocket.open("/ws/" + groupOf(number) + "/");
    if (number % 3 != 0) {
      socket.say("hello");
    }
    Way[] ways = Way.values();
    Way way = ways[number % ways.length];
    way.go(socket);
    if (way == Way.HALF) {
      assertThat(socket.isEnded()).isTrue();
      socket.close();
    }
    return null;
  }

  private static void awaitNobody() {
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(Metrics.connections("")).isZero();
              assertThat(Metrics.groups("")).isZero();
            });
  }
}
