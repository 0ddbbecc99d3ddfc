package fanweb.manage.database;

import fanweb.manage.UndoneException;
import java.util.Map;
import java.util.TreeMap;

/** Whether the tables of a dump's time can be had in a database. */
final class SchemaMatch {
  private final Map<String, String> missing = new TreeMap<>();

  /**
   * Compares.
   *
   * @param found the number of the last script that the database has had, of each feature
   * @throws UndoneException when the dump has had scripts that are not here, or the database later
   *     ones than the dump
   */
  SchemaMatch(DumpHeader dump, Map<String, String> found) {
    dump.schema().forEach(SchemaMatch::demandKnown);
    dump.schema()
        .forEach(
            (feature, version) -> {
              String here = found.get(feature);
              if (here == null || number(here) < number(version)) {
                missing.put(feature, version);
              } else if (number(here) > number(version)) {
                throw new UndoneException("loaddata.other_schema", feature, version, here);
              }
            });
  }

  private static long number(String version) {
    return Long.parseLong(version);
  }

  private static void demandKnown(String feature, String version) {
    if (ScriptFile.all().stream()
        .noneMatch(script -> script.feature().equals(feature) && script.isVersion(version))) {
      throw new UndoneException("loaddata.newer_schema", feature, version);
    }
  }

  /** The scripts that the database needs first: features, and the number of the last of each. */
  Map<String, String> missing() {
    return missing;
  }
}
