package fanweb.platform.migration;

import java.sql.Types;
import java.util.Map;
import java.util.Set;
import org.hibernate.type.SqlTypes;

/**
 * Families of SQL types that hold the same values. Databases and drivers name one type in several
 * ways; two names of one family are no difference.
 */
public enum ColumnKind {
  /** Yes or no; MySQL's {@code TINYINT(1)}. */
  YES_OR_NO(Types.BOOLEAN, Types.BIT),
  /** Whole numbers of one byte. */
  INT8(Types.TINYINT),
  /** Whole numbers of two bytes. */
  INT16(Types.SMALLINT),
  /** Whole numbers of four bytes. */
  INT32(Types.INTEGER),
  /** Whole numbers of eight bytes. */
  INT64(Types.BIGINT),
  /** Exact numbers. */
  DECIMAL(Types.DECIMAL, Types.NUMERIC),
  /** Approximate numbers. */
  FLOATING(Types.REAL, Types.FLOAT, Types.DOUBLE),
  /** Text of any length. */
  TEXT(
      Types.CHAR,
      Types.VARCHAR,
      Types.LONGVARCHAR,
      Types.NCHAR,
      Types.NVARCHAR,
      Types.LONGNVARCHAR,
      Types.CLOB,
      Types.NCLOB,
      SqlTypes.LONG32VARCHAR,
      SqlTypes.LONG32NVARCHAR,
      SqlTypes.MATERIALIZED_CLOB,
      SqlTypes.MATERIALIZED_NCLOB),
  /** One of some words; a column of text will do. */
  WORD(SqlTypes.ENUM, SqlTypes.NAMED_ENUM),
  /** Bytes of any length. */
  BYTES(
      Types.BINARY,
      Types.VARBINARY,
      Types.LONGVARBINARY,
      Types.BLOB,
      SqlTypes.LONG32VARBINARY,
      SqlTypes.MATERIALIZED_BLOB),
  /** Days. */
  DAY(Types.DATE),
  /** Times of a day. */
  TIME(Types.TIME, Types.TIME_WITH_TIMEZONE, SqlTypes.TIME_UTC),
  /** Moments; those of the code are in UTC on every database. */
  MOMENT(Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, SqlTypes.TIMESTAMP_UTC),
  /** Any other type, which is not compared. */
  OTHER;

  /** Pairs of what the code wants and what will do. */
  private static final Map<ColumnKind, Set<ColumnKind>> ALSO =
      Map.of(YES_OR_NO, Set.of(INT8), INT8, Set.of(YES_OR_NO), WORD, Set.of(TEXT));

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Integer> codes;

  ColumnKind(Integer... codes) {
    this.codes = Set.of(codes);
  }

  /** The family of a type, as JDBC or Hibernate numbers it. */
  public static ColumnKind of(int code) {
    for (ColumnKind kind : values()) {
      if (kind.codes.contains(code)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** Whether a column of that family holds what the code has for this one. */
  boolean isHeldBy(ColumnKind found) {
    return this == found
        || this == OTHER
        || found == OTHER
        || ALSO.getOrDefault(this, Set.of()).contains(found);
  }

  /** Whether its columns have a length that may be too short. */
  boolean hasLength() {
    return this == TEXT || this == BYTES;
  }
}
