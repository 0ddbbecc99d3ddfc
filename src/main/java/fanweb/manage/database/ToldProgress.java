package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.platform.migration.Progress;
import fanweb.platform.migration.Script;

/** Tells people on standard error how migrating goes on. */
final class ToldProgress implements Progress {
  private final Context context;
  private int done;

  ToldProgress(Context context) {
    this.context = context;
  }

  /** How many scripts were applied. */
  int done() {
    return done;
  }

  @Override
  public void waiting() {
    context.say("migrate.waiting");
  }

  @Override
  public void begins(Script script) {
    context.say("migrate.begins", ShowMigrationsCommand.title(script));
  }

  @Override
  public void done(Script script) {
    done++;
  }
}
