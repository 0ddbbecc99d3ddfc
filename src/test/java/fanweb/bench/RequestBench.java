package fanweb.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fanweb.system.MariaDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and answers: the server and its MariaDB share the first core, {@code wrk} with 16
 * connections has the second. Django reached 797, 777 and 438 requests a second there.
 */
class RequestBench {
  private static final Path WRK = Path.of("/usr/bin/wrk");
  private static final String COLUMNS = "%-34s %10s %12s %10s %8s %14s%n";
  private static final int ROUNDS = 3;
  private static final int ROWS = 20;
  private static final String POST =
      "wrk.method='POST'; wrk.headers['Content-Type']='application/json'; wrk.body='"
          + "{\"id\":\"1100\",\"data\":[{\"name\":\"张三\",\"age\":19,\"address\":\"上海\","
          + "\"gender\":\"男\"}]}'";

  private static @Nullable PinnedServer server;

  @TempDir private Path folder;

  /**
   * The second policy lets no thread take the core from another that has just woken it. On one core
   * Undertow needs that: the thread that reads sockets wakes while a worker is still handing the
   * connection back, and spins until its time is up.
   */
  static Stream<Arguments> policies() {
    return Stream.of(
        Arguments.of("usual scheduling", List.of()),
        Arguments.of("chrt --batch 0", List.of("chrt", "--batch", "0")));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void requests(String name, List<String> scheduling) throws IOException {
    assumeTrue(Files.isExecutable(WRK), "needs wrk: apt-get install wrk");
    try (MariaDb database = MariaDb.start()) {
      databases().forEach(RequestBench::pin);
      try (PinnedServer started = start(database, scheduling)) {
        server = started;
        System.out.printf(COLUMNS, name, "requests/s", "per CPU s", "Django", "ratio", "");
        measure("  GET json", "/examples/json/?current=1&size=5", "", 797);
        measure("  POST json", "/examples/json/", POST, 777);
        measure("  JSP page, 20 rows from MariaDB", "/", "", 438);
      }
    }
  }

  /** A server on that database, and rows in it for the page. */
  private static PinnedServer start(MariaDb database, List<String> scheduling) throws IOException {
    String name = database.newDatabase();
    Map<String, String> settings =
        Map.of(
            "FANWEB_DB_DRIVER", "mariadb",
            "FANWEB_DB_URL", database.url(name),
            "FANWEB_DB_USER", database.user(),
            "FANWEB_DB_PASSWORD", database.password());
    PinnedServer started =
        PinnedServer.start(Path.of(System.getProperty("fanweb.it.server")), settings, scheduling);
    IntStream.range(0, ROWS)
        .forEach(
            row ->
                database.execute(
                    name,
                    "INSERT INTO chat_group (name, created_at, last_active_at) VALUES ('群组-"
                        + row
                        + "', now(6), now(6))"));
    return started;
  }

  private void measure(String what, String path, String script, double django) throws IOException {
    Path lua = Files.writeString(folder.resolve("request.lua"), script);
    // The compilers share the core: figures still double in the second minute.
    run(path, lua, 90);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(run(path, lua, 10));
    }
    double perSecond = median(rounds.stream().mapToDouble(Round::perSecond).toArray());
    double perCpuSecond = median(rounds.stream().mapToDouble(Round::perCpuSecond).toArray());
    String faults = rounds.stream().anyMatch(Round::failed) ? "ERRORS" : "";
    System.out.printf(
        COLUMNS,
        what,
        String.format("%,.0f", perSecond),
        String.format("%,.0f", perCpuSecond),
        String.format("%,.0f", django),
        String.format("%.1f", perSecond / django),
        faults);
  }

  private static Round run(String path, Path lua, int seconds) throws IOException {
    String address = "http://127.0.0.1:" + running().port() + path;
    double before = cpuSeconds();
    Process wrk =
        new ProcessBuilder(
                "taskset",
                "-c",
                "1",
                "wrk",
                "-t1",
                "-c16",
                "-d" + seconds + "s",
                "-s",
                lua.toString(),
                address)
            .redirectErrorStream(true)
            .start();
    String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Round.of(output, cpuSeconds() - before);
  }

  /** What the server, its database and all their children have used, in seconds. */
  private static double cpuSeconds() {
    return LongStream.concat(
                ProcessHandle.of(running().pid()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToLong(RequestBench::cpuMillis),
                databases().mapToLong(RequestBench::cpuMillis))
            .sum()
        / 1e3;
  }

  private static Stream<ProcessHandle> databases() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"));
  }

  private static long cpuMillis(ProcessHandle process) {
    return process.info().totalCpuDuration().map(used -> used.toMillis()).orElse(0L);
  }

  private static PinnedServer running() {
    PinnedServer started = server;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  private static void pin(ProcessHandle process) {
    try {
      new ProcessBuilder("taskset", "-a", "-p", "-c", "0", String.valueOf(process.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  /**
   * One run.
   *
   * @param perSecond requests in a second of the clock
   * @param perCpuSecond requests in a second of the server's and the database's CPU
   * @param failed whether some were not answered with 2xx
   */
  private record Round(double perSecond, double perCpuSecond, boolean failed) {
    static Round of(String output, double cpuSeconds) {
      return new Round(
          figure(output, "Requests/sec: +([0-9.]+)"),
          figure(output, "(\\d+) requests in") / cpuSeconds,
          output.contains("Non-2xx") || output.contains("Socket errors"));
    }

    private static double figure(String output, String pattern) {
      Matcher found = Pattern.compile(pattern).matcher(output);
      if (!found.find()) {
        throw new IllegalStateException("no figure in: " + output);
      }
      return Double.parseDouble(found.group(1));
    }
  }
}
