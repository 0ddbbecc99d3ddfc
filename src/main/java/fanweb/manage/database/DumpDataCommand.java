package fanweb.manage.database;

import fanweb.manage.BrokenPipe;
import fanweb.manage.Console;
import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import fanweb.manage.Failure;
import fanweb.platform.migration.ConnectionFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the database holds as lines of JSON, which {@code loaddata} reads. */
@Command(name = "dumpdata")
public final class DumpDataCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "dumpdata.file")
  private String file = "-";

  @Option(names = "--progress", descriptionKey = "progress")
  private boolean progress;

  /** Made with what all commands are made with. */
  public DumpDataCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (SiteDatabase database = SiteDatabase.open(context)) {
      demandTables(database);
      context.say("dumpdata.done", dump(database));
      return ExitCode.OK;
    } catch (SQLException e) {
      throw context.failure(
          ExitCode.UNUSABLE_DATABASE, "dumpdata.database", ConnectionFailure.words(e));
    }
  }

  private long dump(SiteDatabase database) throws SQLException {
    boolean isSeen = progress || Console.terminal().isPresent();
    try (RowProgress shown = new RowProgress(context.console().err(), isSeen)) {
      Dumping dumping = new Dumping(database.dataSource(), InstantSource.system(), shown);
      return file.equals("-") ? toOutput(dumping) : toFile(dumping);
    }
  }

  /** There must be some. */
  private void demandTables(SiteDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      SiteTables tables = new SiteTables(connection);
      if (tables.all().isEmpty()) {
        throw context.failure(ExitCode.UNUSABLE_DATABASE, "dumpdata.nothing", database.name());
      }
      List<String> others = tables.others();
      if (!others.isEmpty()) {
        context.say("dumpdata.others", String.join(", ", others));
      }
    }
  }

  private long toOutput(Dumping dumping) throws SQLException {
    try {
      OutputStream out = new BufferedOutputStream(context.console().output(), 1 << 16);
      return dumping.to(out);
    } catch (IOException e) {
      throw failure(context.words().of("dumpdata.output"), e);
    }
  }

  private long toFile(Dumping dumping) throws SQLException {
    Path path = Path.of(file);
    try {
      // A pipe or a device is nothing that another file could take the place of.
      return Files.exists(path) && !Files.isRegularFile(path)
          ? toStream(dumping, Files.newOutputStream(path, StandardOpenOption.WRITE))
          : toWhole(dumping, path);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static long toStream(Dumping dumping, OutputStream stream)
      throws SQLException, IOException {
    try (OutputStream out = new BufferedOutputStream(stream, 1 << 16)) {
      return dumping.to(out);
    }
  }

  private static long toWhole(Dumping dumping, Path path) throws SQLException, IOException {
    try (WholeFile whole = WholeFile.at(path)) {
      long rows = dumping.to(whole.out());
      whole.complete();
      return rows;
    }
  }

  private Failure failure(String place, IOException e) {
    return BrokenPipe.is(e)
        ? context.failure(ExitCode.BROKEN_PIPE, "dumpdata.broken_pipe")
        : context.failure(ExitCode.FAILED, "dumpdata.not_written", place, words(e));
  }

  /** What went wrong with a file; some exceptions have only its name for a message. */
  static String words(IOException e) {
    boolean isBare = e instanceof FileSystemException file && file.getReason() == null;
    return isBare ? e.getClass().getSimpleName() + " " + e.getMessage() : "" + e.getMessage();
  }
}
