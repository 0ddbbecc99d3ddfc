package fanweb.platform.migration;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Hands on which script Flyway begins and ends. */
final class ProgressCallback implements Callback {
  private final String feature;
  private final Progress progress;

  ProgressCallback(String feature, Progress progress) {
    this.feature = feature;
    this.progress = progress;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    Script script = FeatureMigrations.script(feature, context.getMigrationInfo());
    if (event == Event.BEFORE_EACH_MIGRATE) {
      progress.begins(script);
    } else {
      progress.done(script);
    }
  }

  @Override
  public String getCallbackName() {
    return getClass().getSimpleName();
  }
}
