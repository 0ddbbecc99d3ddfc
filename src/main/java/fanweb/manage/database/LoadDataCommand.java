package fanweb.manage.database;

import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.platform.migration.ConnectionFailure;
import fanweb.platform.migration.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts what {@code dumpdata} wrote into a database that is empty: all of it, or nothing. */
@Command(name = "loaddata")
public final class LoadDataCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "loaddata.file")
  private String file = "-";

  @Option(names = "--replace", descriptionKey = "loaddata.replace")
  private boolean replace;

  @Option(names = "--new-epochs", descriptionKey = "loaddata.new_epochs")
  private boolean isOld;

  @Option(names = "--progress", descriptionKey = "progress")
  private boolean progress;

  /** Made with what all commands are made with. */
  public LoadDataCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      context.say("loaddata.done", load());
      return ExitCode.OK;
    } catch (SQLException e) {
      throw context.failure(
          ExitCode.UNUSABLE_DATABASE, "loaddata.database", ConnectionFailure.words(e));
    } catch (IOException e) {
      throw context.failure(ExitCode.FAILED, "loaddata.not_read", file, DumpDataCommand.words(e));
    }
  }

  private long load() throws SQLException, IOException {
    boolean isSeen = progress || Console.terminal().isPresent();
    try (RowProgress shown = new RowProgress(context.console().err(), isSeen);
        InputStream in = input(shown)) {
      DumpReader dump = new DumpReader(in);
      // Before the database, which what is no dump is not to make.
      DumpHeader header = dump.header();
      try (SiteDatabase database = SiteDatabase.openOrCreate(context)) {
        Progress scripts = new ToldProgress(context);
        return new Loading(database.dataSource(), replace, isOld, scripts, shown)
            .from(header, dump);
      }
    }
  }

  private InputStream input(RowProgress shown) throws IOException {
    if (file.equals("-")) {
      return context.console().input();
    }
    Path path = Path.of(file);
    shown.expect(Files.size(path));
    return Files.newInputStream(path);
  }
}
