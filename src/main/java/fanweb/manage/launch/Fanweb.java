package fanweb.manage.launch;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.manage.UndoneException;
import fanweb.manage.client.ChatCommand;
import fanweb.manage.client.SendCommand;
import fanweb.manage.client.TailCommand;
import fanweb.manage.database.DumpDataCommand;
import fanweb.manage.database.LoadDataCommand;
import fanweb.manage.database.MigrateCommand;
import fanweb.manage.database.ShowMigrationsCommand;
import fanweb.manage.database.SqlMigrateCommand;
import fanweb.manage.drafting.MakeMigrationsCommand;
import fanweb.manage.people.ChangePasswordCommand;
import fanweb.manage.people.CreateSuperuserCommand;
import fanweb.manage.people.CreateTokenCommand;
import fanweb.manage.people.SessionsCommand;
import fanweb.manage.site.CheckCommand;
import fanweb.manage.site.RoutesCommand;
import fanweb.manage.site.RunServerCommand;
import fanweb.manage.site.SettingsCommand;
import fanweb.platform.InvalidSettingException;
import fanweb.platform.migration.UnusableDatabaseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code fanweb} with all that it can do. */
@Command(name = "fanweb", versionProvider = Fanweb.Version.class)
final class Fanweb implements Callable<Integer> {
  /** What stands for bytes that are no characters. */
  private static final char UNDECODED = '\uFFFD';

  private final Context context;
  private final CommandLine line = new CommandLine(this);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      descriptionKey = "help")
  @SuppressWarnings("unused") // picocli shows it by itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version")
  @SuppressWarnings("unused") // picocli shows it by itself
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      descriptionKey = "verbose")
  private boolean verbose;

  Fanweb(Context context) {
    this.context = context;
    commands().forEach(line::addSubcommand);
    // After the commands, which hear of it too.
    line.setResourceBundle(context.words().bundle())
        .setOut(context.console().out())
        .setErr(context.console().err())
        .setExecutionStrategy(this::execute)
        .setParameterExceptionHandler((e, args) -> misunderstood(e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
  }

  private List<Callable<Integer>> commands() {
    return List.of(
        new ChangePasswordCommand(context),
        new ChatCommand(context),
        new CheckCommand(context),
        new CreateSuperuserCommand(context),
        new CreateTokenCommand(context),
        new DumpDataCommand(context),
        new LoadDataCommand(context),
        new MakeMigrationsCommand(context),
        new MigrateCommand(context),
        new RoutesCommand(context),
        new RunServerCommand(context),
        new SendCommand(context),
        new SessionsCommand(context),
        new SettingsCommand(context),
        new ShowMigrationsCommand(context),
        new SqlMigrateCommand(context),
        new TailCommand(context));
  }

  /** Settings for this command alone; they win, as they do for the server. */
  @Option(
      names = "-D",
      paramLabel = "SETTING=VALUE",
      mapFallbackValue = "",
      scope = ScopeType.INHERIT,
      descriptionKey = "set")
  void set(Map<String, String> settings) {
    settings.forEach(System::setProperty);
  }

  /** Runs one command and tells its {@link ExitCode}. */
  int run(String... args) {
    try {
      demandDecoded(args);
      int code = line.execute(args);
      if (code == ExitCode.OK) {
        context.demandWritten();
      }
      return code;
    } catch (Failure | Error e) {
      return failed(e);
    }
  }

  /** What Java could not decode is not what was typed: nobody shall be called so. */
  private void demandDecoded(String... args) {
    Stream.concat(
            Stream.of(args),
            context.console().variables("FANWEB_").entrySet().stream().map(Object::toString))
        .filter(text -> text.indexOf(UNDECODED) >= 0)
        .findFirst()
        .ifPresent(
            text -> {
              throw context.failure(ExitCode.USAGE, "undecoded", text.replaceFirst("=.*", "=…"));
            });
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    line.usage(context.console().err());
    return ExitCode.USAGE;
  }

  private int execute(ParseResult parsed) {
    LogManager.getLogManager().reset();
    Logger log = Logger.getLogger("");
    log.setLevel(verbose ? Level.INFO : Level.OFF);
    log.addHandler(new ConsoleHandler());
    return new CommandLine.RunLast().execute(parsed);
  }

  private int misunderstood(ParameterException e) {
    context.console().tell("fanweb: " + new Misunderstanding(context.words()).sentence(e));
    context.say("see_help", e.getCommandLine().getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private int failed(Throwable e) {
    if (verbose) {
      e.printStackTrace(context.console().err());
    }
    if (e instanceof Failure failure) {
      return told(failure.exitCode(), failure.getMessage());
    }
    if (e instanceof UndoneException undone) {
      return told(ExitCode.FAILED, context.words().of(undone.key(), undone.arguments()));
    }
    if (e instanceof InvalidSettingException) {
      return told(ExitCode.USAGE, e.getMessage());
    }
    if (e instanceof UnusableDatabaseException) {
      return told(ExitCode.UNUSABLE_DATABASE, e.getMessage());
    }
    return told(ExitCode.FAILED, context.words().of("unexpected", e));
  }

  private int told(int code, @Nullable String line) {
    if (line != null) {
      context.console().tell("fanweb: " + line);
    }
    return code;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Fanweb.class.getPackage().getImplementationVersion();
      return new String[] {"Fan-Web " + (version == null ? "" : version)};
    }
  }
}
