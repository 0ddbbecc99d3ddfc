package fanweb.manage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a script says; asks no database. */
@Command(name = "sqlmigrate")
public final class SqlMigrateCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(index = "0", paramLabel = "FEATURE", descriptionKey = "migrations.feature")
  private String feature = "";

  @Parameters(index = "1", paramLabel = "VERSION", descriptionKey = "migrations.version")
  private String version = "";

  /** Made with what all commands are made with. */
  public SqlMigrateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    // As the file is, whatever the terminal's letters are: a database may read it.
    context
        .console()
        .output()
        .write(new AskedScripts(context).find(feature, version).sql().getBytes(UTF_8));
    context.console().output().flush();
    return ExitCode.OK;
  }
}
