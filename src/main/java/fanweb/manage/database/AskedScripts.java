package fanweb.manage.database;

import fanweb.manage.Context;
import fanweb.manage.ExitCode;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what somebody named, among the scripts there are. */
final class AskedScripts {
  private final Context context;
  private final List<ScriptFile> all = ScriptFile.all();

  AskedScripts(Context context) {
    this.context = context;
  }

  /**
   * Ends the command unless there is such a feature.
   *
   * @throws fanweb.manage.Failure with those there are
   */
  void demand(String feature) {
    if (all.stream().noneMatch(script -> script.feature().equals(feature))) {
      throw context.failure(
          ExitCode.USAGE,
          "migrations.unknown_feature",
          feature,
          all.stream().map(ScriptFile::feature).distinct().collect(Collectors.joining(", ")));
    }
  }

  /**
   * A feature's script by its number.
   *
   * @throws fanweb.manage.Failure with those there are
   */
  ScriptFile find(String feature, String version) {
    demand(feature);
    List<ScriptFile> its = all.stream().filter(one -> one.feature().equals(feature)).toList();
    return its.stream()
        .filter(script -> script.isVersion(version))
        .findFirst()
        .orElseThrow(
            () ->
                context.failure(
                    ExitCode.USAGE,
                    "migrations.unknown_version",
                    feature,
                    version,
                    its.stream().map(ScriptFile::version).collect(Collectors.joining(", "))));
  }
}
