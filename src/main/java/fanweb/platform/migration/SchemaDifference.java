package fanweb.platform.migration;

/**
 * One way in which the database is not what the entities want.
 *
 * @param kind what is different
 * @param table whose
 * @param column which column; empty when the table itself is missing
 * @param wanted the type that the code wants; empty for a column it does not know
 * @param found the type of the column in the database; empty when there is none
 */
public record SchemaDifference(
    Kind kind, String table, String column, String wanted, String found) {
  /** What can be different. */
  public enum Kind {
    /** The code has a table that the database has not. */
    MISSING_TABLE,
    /** The code has a column that the database has not. */
    MISSING_COLUMN,
    /** The column holds values of another kind. */
    WRONG_TYPE,
    /** The column holds fewer characters or bytes. */
    TOO_SHORT,
    /** The database takes a null where the code wants none. */
    NULLABLE,
    /** The database takes no null where the code may have one. */
    NOT_NULLABLE,
    /** Rows need a column that the code does not fill. */
    UNKNOWN_AND_REQUIRED
  }

  /** One line for people: which table and column, and what is different. */
  public String line() {
    String where = "column " + table + "." + column;
    return switch (kind) {
      case MISSING_TABLE -> "table " + table + " is missing";
      case MISSING_COLUMN -> where + " is missing: the code wants " + wanted;
      case WRONG_TYPE -> where + " is " + found + ": the code wants " + wanted;
      case TOO_SHORT -> where + " is too short, " + found + ": the code wants " + wanted;
      case NULLABLE -> where + " may be null: the code wants it not null";
      case NOT_NULLABLE -> where + " may not be null: the code may leave it empty";
      case UNKNOWN_AND_REQUIRED ->
          where
              + " is unknown to the code, but not null and without a default: no row could be"
              + " added";
    };
  }
}
