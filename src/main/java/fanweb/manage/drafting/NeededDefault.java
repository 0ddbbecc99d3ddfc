package fanweb.manage.drafting;

import fanweb.manage.UndoneException;
import fanweb.platform.migration.ColumnKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that rows from before need in a column.
 *
 * @param column with its table, as in {@code account_userinfo.age}
 * @param type as scripts write it
 * @param kind what it holds
 * @param length how many characters or bytes it holds, where it has a length
 */
record NeededDefault(String column, String type, ColumnKind kind, long length) {
  /** In a text they mean one thing to MySQL and another to H2, or something to Flyway. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("[\\\\\\p{Cntrl}\\u0080-\\u009f]|\\$\\{");

  private static final Pattern DATED = Pattern.compile("\\d{4}-.*");
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})*");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  /**
   * What somebody typed, as SQL.
   *
   * @throws UndoneException when it is no value for this column
   */
  String literal(String typed) {
    try {
      return switch (kind) {
        case YES_OR_NO -> truth(typed);
        case INT8 -> whole(typed, Byte.SIZE);
        case INT16 -> whole(typed, Short.SIZE);
        case INT32 -> whole(typed, Integer.SIZE);
        case INT64 -> whole(typed, Long.SIZE);
        case DECIMAL, FLOATING -> new BigDecimal(typed.strip()).toPlainString();
        case TEXT, WORD -> text(typed);
        case BYTES -> bytes(typed);
        case DAY -> quoted(LocalDate.parse(dated(typed)).toString());
        case TIME -> quoted(LocalTime.parse(typed.strip()).toString());
        case MOMENT -> quoted(MOMENT.format(moment(dated(typed))));
        case OTHER -> throw new UndoneException("makemigrations.other_type", column, type);
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw refused(e, typed);
    }
  }

  private String truth(String typed) {
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> "TRUE";
      case "false" -> "FALSE";
      default -> throw refused(null, typed);
    };
  }

  private String whole(String typed, int bits) {
    BigInteger number = new BigInteger(typed.strip());
    if (number.bitLength() >= bits) {
      throw refused(null, typed);
    }
    return number.toString();
  }

  private String text(String typed) {
    if (AMBIGUOUS.matcher(typed).find() || !StandardCharsets.UTF_8.newEncoder().canEncode(typed)) {
      throw new UndoneException("makemigrations.ambiguous", column);
    }
    if (typed.length() > length) {
      throw refused(null, typed);
    }
    return quoted(typed.replace("'", "''"));
  }

  private String bytes(String typed) {
    if (!HEX.matcher(typed).matches() || typed.length() > 2 * length) {
      throw refused(null, typed);
    }
    return "X" + quoted(typed);
  }

  /** Other years are no years of MySQL's. */
  private String dated(String typed) {
    if (!DATED.matcher(typed.strip()).matches()) {
      throw refused(null, typed);
    }
    return typed.strip();
  }

  private static Instant moment(String typed) {
    return Instant.parse(typed.endsWith("Z") ? typed : typed + "Z");
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private UndoneException refused(@Nullable Throwable cause, String typed) {
    return new UndoneException(cause, "makemigrations.bad_value", typed, column, type);
  }
}
