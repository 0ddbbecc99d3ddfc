package fanweb.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command {@code fanweb} as a process of its own, with English texts. */
public final class CommandLine {
  private static final Path JAR =
      Path.of(System.getProperty("fanweb.it.server", ""), "bin", "fanweb.jar");
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
    List<String> shell = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    shell.addAll(java());
    return start(shell).end();
  }

  /** Starts it. */
  public Running start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(arguments));
    return start(command);
  }

  private Running start(List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "command", ".out");
    Path err = Files.createTempFile(folder, "command", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FANWEB_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(settings);
    return new Running(builder.start(), out, err);
  }

  private static List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-XX:TieredStopAtLevel=1", "-jar", JAR.toString());
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
