package fanweb.manage.drafting;

/**
 * A script that is not written yet.
 *
 * @param feature whose
 * @param name what it does, as in {@code add_userinfo_age}
 * @param note the line for whoever reads it
 * @param sql its one statement
 */
record DraftScript(String feature, String name, String note, String sql) {
  /** What the file says. */
  String text() {
    return "-- " + note + "\n" + sql + ";\n";
  }

  /** How it is called in lines for people. */
  String title() {
    return feature + " " + name;
  }
}
