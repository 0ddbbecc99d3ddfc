package fanweb.platform.migration;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column of the database, as its driver describes it.
 *
 * @param name as the database writes it
 * @param kind the family of its type
 * @param type the type as people write it
 * @param size how many characters, bytes or digits it holds
 * @param mayBeNull whether it takes a null
 * @param fillsItself whether a row may be inserted without it
 */
record FoundColumn(
    String name, ColumnKind kind, String type, int size, boolean mayBeNull, boolean fillsItself) {

  /** Takes the current row of {@link DatabaseMetaData#getColumns}. */
  static FoundColumn of(ResultSet row) throws SQLException {
    int code = row.getInt("DATA_TYPE");
    int size = row.getInt("COLUMN_SIZE");
    boolean mayBeNull = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    boolean fillsItself =
        mayBeNull
            || row.getString("COLUMN_DEF") != null
            || "YES".equals(row.getString("IS_AUTOINCREMENT"))
            || "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
    ColumnKind kind = ColumnKind.of(code);
    String type = row.getString("TYPE_NAME") + (kind.hasLength() ? "(" + size + ")" : "");
    return new FoundColumn(row.getString("COLUMN_NAME"), kind, type, size, mayBeNull, fillsItself);
  }
}
