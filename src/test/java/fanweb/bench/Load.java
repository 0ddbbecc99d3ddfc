package fanweb.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs {@code wsbench} on the second core against a server and reads its figures.
 *
 * @param always its options that have blanks in them
 */
record Load(String wsbench, PinnedServer server, List<String> always) {
  private static final int ROUNDS = 3;

  Load(String wsbench, PinnedServer server) {
    this(wsbench, server, List.of());
  }

  /** The figures of a number of rounds after one that only warms up. */
  List<Figures> run(String arguments) throws IOException {
    warmUp(arguments);
    List<Figures> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(measure(arguments));
    }
    return rounds;
  }

  /** Runs a load whose figures do not count. */
  void warmUp(String arguments) throws IOException {
    measure(arguments);
  }

  private Figures measure(String arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("taskset", "-c", "1", wsbench, "--json", "--path", "/ws/g%d/", "--port"));
    command.addAll(List.of(String.valueOf(server.port()), "--pid", String.valueOf(server.pid())));
    command.addAll(always);
    command.addAll(Arrays.asList(arguments.strip().split(" ", -1)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Figures(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** The median of one figure over the rounds. */
  static double median(List<Figures> rounds, String name) {
    return rounds.stream().mapToDouble(f -> f.get(name)).sorted().toArray()[rounds.size() / 2];
  }

  /** The sum of one figure over the rounds. */
  static long sum(List<Figures> rounds, String name) {
    return (long) rounds.stream().mapToDouble(f -> f.get(name)).sum();
  }

  /** What one round printed, as JSON. */
  record Figures(String json) {
    /** The first figure of this name; NaN when there is none. */
    double get(String name) {
      Matcher figure = Pattern.compile('"' + name + "\":(-?[0-9.]+)").matcher(json);
      return figure.find() ? Double.parseDouble(figure.group(1)) : Double.NaN;
    }
  }
}
