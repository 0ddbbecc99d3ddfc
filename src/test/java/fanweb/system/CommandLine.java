package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command {@code fanweb} as a process of its own, with English texts. */
public final class CommandLine {
  private static final Path JAR =
      Path.of(System.getProperty("fanweb.it.server", ""), "bin", "fanweb.jar");

  /** A terminal that nobody looks at has none. */
  private static final String SIZE = "stty rows 24 cols 100; ";

  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Map<String, String> settings;

  /**
   * With these settings alone.
   *
   * @param folder where what it says is kept
   */
  public CommandLine(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * What a process left.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   */
  public record Result(int code, String out, String err) {}

  /** Runs it to its end, without input. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /** Runs a script to its end, in which {@code "$@"} is the command without arguments. */
  public Result runIn(String script) throws IOException, InterruptedException {
    return startIn(script).end();
  }

  /** Starts such a script. */
  Running startIn(String script) throws IOException {
    List<String> shell = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    shell.addAll(java());
    return start(shell);
  }

  /** Starts it. */
  public Running start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(arguments));
    return start(command);
  }

  private Running start(List<String> command) throws IOException {
    // Whoever runs the tests in the background has them ignore Ctrl-C, and all that they start.
    List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT"));
    all.addAll(command);
    Path out = Files.createTempFile(folder, "command", ".out");
    Path err = Files.createTempFile(folder, "command", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FANWEB_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(settings);
    return new Running(builder.start(), out, err);
  }

  /** Starts it at a terminal of its own: keys are its input, and what is seen its output. */
  Running startAtTerminal(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(arguments));
    String quoted =
        command.stream()
            .map(one -> "'" + one + "'")
            .collect(Collectors.joining(" ", SIZE + "exec ", ""));
    return start(
        List.of(NeedsPseudoTerminal.SCRIPT.toString(), "-q", "-e", "-c", quoted, "/dev/null"));
  }

  /** With the folder as its home: it keeps there who it is. */
  private List<String> java() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        java.toString(),
        "-XX:TieredStopAtLevel=1",
        ClassArchive.option(java, JAR),
        "-Duser.home=" + folder,
        "-jar",
        JAR.toString());
  }

  /**
   * One that runs.
   *
   * @param process its input is open
   */
  public record Running(Process process, Path out, Path err) {
    /** What it has said on standard error so far. */
    public String said() throws IOException {
      return Files.readString(err);
    }

    /** What it has written to standard output so far. */
    public String written() throws IOException {
      return new String(Files.readAllBytes(out), UTF_8);
    }

    /** Waits until it has written something. */
    public Running awaitWritten(String text) {
      return awaitFile(out, text);
    }

    /** Waits until it has said something on standard error. */
    public Running awaitSaid(String text) {
      return awaitFile(err, text);
    }

    private Running awaitFile(Path file, String text) {
      await()
          .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .failFast(
              () -> {
                if (!process.isAlive() && !contains(file, text)) {
                  throw new AssertionError("it ended: " + said());
                }
              })
          .until(() -> contains(file, text));
      return this;
    }

    private static boolean contains(Path file, String text) throws IOException {
      return new String(Files.readAllBytes(file), UTF_8).contains(text);
    }

    /** Writes to its standard input. */
    public Running type(String text) throws IOException {
      process.getOutputStream().write(text.getBytes(UTF_8));
      process.getOutputStream().flush();
      return this;
    }

    /** Sends it a signal, as in {@code INT}, and waits for its end. */
    public Result signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end: " + said());
      }
      return new Result(process.exitValue(), written(), said());
    }

    /** Ends its input and waits for its end. */
    public Result end() throws IOException, InterruptedException {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end: " + said());
      }
      return new Result(process.exitValue(), new String(Files.readAllBytes(out), UTF_8), said());
    }
  }
}
