package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
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
  public Integer call() {
    context.console().out().print(new AskedScripts(context).find(feature, version).sql());
    context.console().out().flush();
    return ExitCode.OK;
  }
}
