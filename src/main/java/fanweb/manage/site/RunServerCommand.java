package fanweb.manage.site;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the server in the foreground until it ends or this process is asked to, and ends as it did.
 */
@Command(name = "runserver")
public final class RunServerCommand implements Callable<Integer> {
  private static final int TURN_MILLIS = 500;

  /** What the launcher says of itself. */
  private static final Set<String> LAUNCHERS = Set.of("fanweb.server", "fanweb.lc_all");

  /** What has the server listen elsewhere. */
  private static final Set<String> MOVING =
      Set.of("jboss.http.port", "jboss.bind.address", "jboss.socket.binding.port-offset");

  private final Context context;

  @Parameters(
      arity = "0..1",
      paramLabel = "[ADDRESS:]PORT",
      defaultValue = "127.0.0.1:8080",
      descriptionKey = "runserver.address")
  private String address = "";

  @Option(names = "--dev", descriptionKey = "runserver.dev")
  private boolean dev;

  @Option(
      names = "--source",
      paramLabel = "FOLDER",
      defaultValue = "src/main/webapp",
      descriptionKey = "runserver.source")
  private Path source = Path.of("");

  /** Made with what all commands are made with. */
  public RunServerCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> listening = listening();
    ServerHome home =
        ServerHome.find(System.getProperty("fanweb.server", ""), program())
            .orElseThrow(() -> context.failure(ExitCode.FAILED, "runserver.no_server"));
    List<String> command = new ArrayList<>();
    command.add(home.script().toString());
    command.add("--read-only-server-config=standalone.xml");
    command.addAll(listening);
    return dev ? develop(home, command) : run(command, () -> {});
  }

  private int develop(ServerHome home, List<String> command)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(source)) {
      throw context.failure(ExitCode.USAGE, "runserver.no_source", source);
    }
    DevelopmentLock lock = lock(home);
    try {
      DevelopmentSite site = new DevelopmentSite(home, source, InstantSource.system());
      site.explode();
      command.addAll(site.arguments());
      context.say("runserver.following", source);
      return run(command, site::follow);
    } finally {
      lock.close();
    }
  }

  private DevelopmentLock lock(ServerHome home) throws IOException {
    return DevelopmentLock.take(home)
        .orElseThrow(
            () ->
                context.failure(
                    ExitCode.FAILED,
                    "runserver.developed",
                    home.folder().toAbsolutePath().normalize()));
  }

  /** The address and the port, in WildFly's words; and what was given by {@code -D}. */
  private List<String> listening() {
    ListenAddress place =
        ListenAddress.of(address)
            .orElseThrow(() -> context.failure(ExitCode.USAGE, "runserver.bad_address", address));
    demandFree(place);
    return Stream.concat(
            place.arguments(),
            System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("jboss."))
                .map(name -> "-D" + name + "=" + System.getProperty(name)))
        .toList();
  }

  private void demandFree(ListenAddress place) {
    try {
      place.tryIt();
    } catch (UnknownHostException e) {
      throw context.failure(ExitCode.USAGE, "runserver.no_host", place.host());
    } catch (IOException e) {
      if (MOVING.stream().allMatch(name -> System.getProperty(name) == null)) {
        throw context.failure(ExitCode.FAILED, "runserver.not_free", address, "" + e.getMessage());
      }
    }
  }

  /** What was given by {@code -D}: not as arguments, which everybody on the machine can read. */
  private static Map<String, String> settings() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("fanweb.") && !LAUNCHERS.contains(name))
        .collect(
            Collectors.toMap(
                name -> name.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT),
                System::getProperty));
  }

  private int run(List<String> command, Turn turn) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // Else the script ends alone when it is asked to, and leaves the server behind.
    builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
    builder.environment().putAll(settings());
    Process server = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    while (!server.waitFor(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
      take(turn);
    }
    return server.exitValue();
  }

  /** An editor's files come and go while they are looked at: the next turn finds what stays. */
  private void take(Turn turn) {
    try {
      turn.take();
    } catch (NoSuchFileException e) {
      // Gone already.
    } catch (IOException | UncheckedIOException e) {
      context.say("runserver.not_followed", e);
    }
  }

  /** Whoever asks this process to end means the server, which sends people away first. */
  private static void end(Process server) {
    server.destroy();
    server.onExit().join();
  }

  private static Path program() {
    try {
      return Path.of(
          RunServerCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done twice a second while the server runs. */
  private interface Turn {
    void take() throws IOException;
  }
}
