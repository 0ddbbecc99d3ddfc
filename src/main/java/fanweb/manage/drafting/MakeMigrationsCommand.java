package fanweb.manage.drafting;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.manage.UndoneException;
import fanweb.manage.database.SiteEntities;
import fanweb.platform.Feature;
import fanweb.platform.migration.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the scripts that the entities want and that are not there yet; asks no database. */
@Command(name = "makemigrations")
public final class MakeMigrationsCommand implements Callable<Integer> {
  private static final String FOLDER = "src/main/resources/db/migration";

  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "FEATURE", descriptionKey = "migrations.only_feature")
  private String feature = "";

  @Option(names = "--check", descriptionKey = "makemigrations.check")
  private boolean checkOnly;

  @Option(names = "--dry-run", descriptionKey = "makemigrations.dry_run")
  private boolean dryRun;

  @Option(
      names = "--default",
      paramLabel = "TABLE.COLUMN=VALUE",
      descriptionKey = "makemigrations.default")
  private Map<String, String> defaults = new LinkedHashMap<>();

  @Option(names = "--drop", paramLabel = "TABLE.COLUMN", descriptionKey = "makemigrations.drop")
  private Set<String> drops = new LinkedHashSet<>();

  @Option(
      names = "--directory",
      paramLabel = "FOLDER",
      defaultValue = FOLDER,
      descriptionKey = "makemigrations.directory")
  private Path directory = Path.of(FOLDER);

  /** Made with what all commands are made with. */
  public MakeMigrationsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    demandFeature();
    ScriptFolder folder = new ScriptFolder(directory);
    try {
      folder.demandSources();
      return make(folder, SiteEntities.classes());
    } catch (UnusableDatabaseException e) {
      String line = context.words().of("makemigrations.broken", directory, "" + e.getMessage());
      throw new Failure(ExitCode.FAILED, line, e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void demandFeature() {
    List<String> features = Feature.installed().stream().map(Feature::name).toList();
    if (!feature.isEmpty() && !features.contains(feature)) {
      throw context.failure(
          ExitCode.USAGE, "makemigrations.unknown_feature", feature, String.join(", ", features));
    }
  }

  /** As {@link #call}, of these entities. */
  int make(ScriptFolder folder, List<Class<?>> entities) throws SQLException {
    try (Drafting drafting = new Drafting(Drafting.read(entities), folder.root(), feature)) {
      return checkOnly ? check(drafting) : write(drafting, folder);
    }
  }

  private int check(Drafting drafting) throws SQLException {
    List<DraftScript> drafts = drafting.drafts(NeededDefault::column, drafting.obstacles());
    drafts.forEach(draft -> context.console().out().println(draft.title()));
    if (drafts.isEmpty()) {
      context.say("makemigrations.nothing");
      return ExitCode.OK;
    }
    throw context.failure(ExitCode.FAILED, "makemigrations.missing", drafts.size());
  }

  private int write(Drafting drafting, ScriptFolder folder) throws SQLException {
    demandDrops(drafting);
    List<DraftScript> drafts = answered(drafting);
    tellOthers(drafting);
    if (drafts.isEmpty()) {
      context.say("makemigrations.nothing");
      return ExitCode.OK;
    }
    Map<Path, DraftScript> files = folder.files(drafts);
    drafting.tryOut(drafts, drops);
    if (!dryRun) {
      ScriptFolder.write(files);
    }
    files.forEach(this::tell);
    return ExitCode.OK;
  }

  /** Drafts twice: first to find out what to ask for. */
  private List<DraftScript> answered(Drafting drafting) throws SQLException {
    Map<String, NeededDefault> needed = new LinkedHashMap<>();
    drafting.drafts(
        one -> {
          needed.put(one.column(), one);
          return one.column();
        },
        drops);
    Map<String, String> literals =
        new DefaultPrompt(context, defaults).ask(List.copyOf(needed.values()));
    return drafting.drafts(one -> literals.getOrDefault(one.column(), ""), drops);
  }

  /** A column that is not mapped any more may be one that was called otherwise. */
  private void demandDrops(Drafting drafting) throws SQLException {
    Set<String> others = drafting.others();
    for (String drop : drops) {
      if (!others.contains(drop)) {
        throw context.failure(ExitCode.USAGE, "makemigrations.no_drop", drop);
      }
    }
    drafting.obstacles().stream()
        .filter(column -> !drops.contains(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw new UndoneException("makemigrations.obstacle", column);
            });
  }

  private void tellOthers(Drafting drafting) throws SQLException {
    Set<String> left = new TreeSet<>(drafting.others());
    left.removeAll(drops);
    if (!left.isEmpty()) {
      context.say("makemigrations.left", String.join(", ", left));
    }
  }

  private void tell(Path file, DraftScript draft) {
    context.console().out().println(dryRun ? "-- " + file + "\n" + draft.text() : "" + file);
  }
}
