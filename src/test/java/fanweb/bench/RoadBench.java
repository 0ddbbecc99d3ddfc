package fanweb.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The road of a plain message: server on the first core, load on the second, medians of three. What
 * others reach per CPU second of their server, and what we aim at, stands beside it.
 */
class RoadBench {
  private static PinnedServer server;
  private static Load load;

  @BeforeAll
  static void start() throws IOException {
    String wsbench = System.getProperty("fanweb.bench.wsbench", "");
    assumeTrue(Files.isExecutable(Path.of(wsbench)), "needs wsbench: -Dwsbench=/path/to/wsbench");
    server = PinnedServer.start(Path.of(System.getProperty("fanweb.it.server")));
    load = new Load(wsbench, server);
    // On one core the compiler competes with the chat: let it finish before anything counts.
    load.warmUp("--conns 200 --groups 1 --publishers 1 --window 32 --size 128 --seconds 15");
    load.warmUp("--conns 500 --groups 50 --publishers 50 --window 4 --size 128 --seconds 15");
    load.warmUp("--conns 50 --groups 50 --publishers 0 --churn --seconds 15");
    Row.head();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void deliveries() throws IOException {
    perCpuSecond(
        "(a) 200 connections, 1 group, window 32, 128 B: deliveries/CPU s",
        "--conns 200 --groups 1 --publishers 1 --window 32",
        400_000);
    perCpuSecond(
        "(b) 500 connections, 50 groups, window 4, 128 B: deliveries/CPU s",
        "--conns 500 --groups 50 --publishers 50 --window 4",
        170_000);
  }

  @Test
  void latency() throws IOException {
    List<Load.Figures> rounds =
        load.run("--conns 100 --groups 1 --publishers 1 --rate 50 --seconds 10 --warmup 3");
    Row.print("(c) 100 connections, 1 group, 50 messages/s: p50 ms", Load.median(rounds, "p50"), 1);
    Row.print("    p99 ms", Load.median(rounds, "p99"), Double.NaN);
    Row.print("    server CPU %", 100 * Load.median(rounds, "server_cpu"), 7);
    Row.faults(rounds);
  }

  @Test
  void idleConnections() throws IOException {
    List<Load.Figures> rounds =
        load.run("--conns 2000 --groups 2000 --publishers 0 --idle --seconds 5");
    Row.print("(d) 2,000 idle connections: KiB each", Load.median(rounds, "kib_per_conn"), 8);
  }

  @Test
  void churn() throws IOException {
    List<Load.Figures> rounds =
        load.run("--conns 50 --groups 50 --publishers 0 --churn --seconds 10");
    Row.print("(e) connect and close: cycles/s", Load.median(rounds, "cycles_per_s"), 3_000);
    Row.print("    cycles/CPU s", 1_000 / Load.median(rounds, "server_cpu_ms_per_cycle"), 3_000);
  }

  private static void perCpuSecond(String what, String arguments, double aim) throws IOException {
    List<Load.Figures> rounds = load.run(arguments + " --size 128 --seconds 8 --warmup 3");
    Row.print(what, 1e6 / Load.median(rounds, "server_cpu_s_per_million"), aim);
    Row.faults(rounds);
  }
}
