package fanweb.manage.database;

import fanweb.platform.migration.ColumnKind;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One value of a row, in the database and in a dump: bytes in Base64, moments in ISO 8601 and UTC,
 * all else as JSON has it. The same on every database.
 */
final class Cell {
  private Cell() {}

  /** A value of the current row. */
  static JsonValue read(ResultSet row, int index, ColumnKind kind) throws SQLException {
    JsonValue value =
        switch (kind) {
          case YES_OR_NO -> row.getBoolean(index) ? JsonValue.TRUE : JsonValue.FALSE;
          case INT8, INT16, INT32, INT64 -> DumpLine.JSON.createValue(row.getLong(index));
          case DECIMAL, FLOATING -> number(row.getBigDecimal(index));
          case BYTES -> text(base64(row.getBytes(index)));
          case DAY -> text(row.getObject(index, LocalDate.class));
          case TIME -> text(row.getObject(index, LocalTime.class));
          case MOMENT -> text(utc(row.getObject(index, LocalDateTime.class)));
          case TEXT, WORD, OTHER -> text(row.getString(index));
        };
    return row.wasNull() ? JsonValue.NULL : value;
  }

  private static JsonValue number(@Nullable BigDecimal value) {
    return value == null ? JsonValue.NULL : DumpLine.JSON.createValue(value);
  }

  private static JsonValue text(@Nullable Object value) {
    return value == null ? JsonValue.NULL : DumpLine.JSON.createValue(value.toString());
  }

  private static @Nullable String base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static @Nullable OffsetDateTime utc(@Nullable LocalDateTime moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  /**
   * Sets a parameter of a statement.
   *
   * @throws IllegalArgumentException when the value is not what such a column holds
   */
  static void bind(PreparedStatement statement, int index, ColumnKind kind, JsonValue value)
      throws SQLException {
    if (value.getValueType() == ValueType.NULL) {
      statement.setNull(index, Types.NULL);
      return;
    }
    try {
      switch (kind) {
        case YES_OR_NO -> statement.setBoolean(index, yes(value));
        case INT8, INT16, INT32, INT64 -> statement.setLong(index, whole(value));
        case DECIMAL -> statement.setBigDecimal(index, decimal(value));
        case FLOATING -> statement.setDouble(index, decimal(value).doubleValue());
        case BYTES -> statement.setBytes(index, Base64.getDecoder().decode(words(value)));
        case DAY -> statement.setObject(index, LocalDate.parse(words(value)));
        case TIME -> statement.setObject(index, LocalTime.parse(words(value)));
        case MOMENT -> statement.setObject(index, moment(words(value)));
        case TEXT, WORD, OTHER -> statement.setString(index, words(value));
      }
    } catch (ClassCastException | ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static boolean yes(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      // A driver may take a column of this kind for one of small numbers.
      default -> whole(value) != 0;
    };
  }

  private static long whole(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> 1;
      case FALSE -> 0;
      default -> ((JsonNumber) value).longValueExact();
    };
  }

  private static BigDecimal decimal(JsonValue value) {
    return ((JsonNumber) value).bigDecimalValue();
  }

  private static String words(JsonValue value) {
    return ((JsonString) value).getString();
  }

  private static LocalDateTime moment(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }
}
