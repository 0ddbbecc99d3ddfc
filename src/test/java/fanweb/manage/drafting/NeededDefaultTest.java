package fanweb.manage.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanweb.manage.UndoneException;
import fanweb.platform.migration.ColumnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeededDefaultTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "YES_OR_NO, True, TRUE",
        "INT8, -128, -128",
        "INT32, 2147483647, 2147483647",
        "INT64, +7, 7",
        "DECIMAL, 1e3, 1000",
        "FLOATING, .5, 0.5",
        "TEXT, \"it's; -- x\", \"'it''s; -- x'\"",
        "TEXT, \"\", ''",
        "TEXT, 访客😀, '访客😀'",
        "WORD, RED, 'RED'",
        "BYTES, 00fF, X'00fF'",
        "DAY, 2026-11-26, '2026-11-26'",
        "TIME, 08:30, '08:30'",
        "MOMENT, 2026-11-26T08:00:00.123456Z, '2026-11-26 08:00:00.123456'",
        "MOMENT, 2026-11-26T08:00:00, '2026-11-26 08:00:00.000000'"
      })
  void what_somebody_types_becomes_sql(ColumnKind kind, String typed, String sql) {
    assertThat(needed(kind).literal(typed)).isEqualTo(sql);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "YES_OR_NO, 2",
        "INT8, 128",
        "INT32, 2147483648",
        "INT64, 1 OR 1",
        "INT32, \"\"",
        "DECIMAL, NaN",
        "TEXT, 12345678901234567",
        "BYTES, 0g",
        "BYTES, 0000000000000000000000000000000000",
        "DAY, 2026-02-30",
        "DAY, +12026-02-03",
        "TIME, 24:30",
        "MOMENT, yesterday"
      })
  void what_does_not_fit_the_column_is_refused(ColumnKind kind, String typed) {
    assertThatThrownBy(() -> needed(kind).literal(typed))
        .isInstanceOf(UndoneException.class)
        .hasMessage("makemigrations.bad_value[" + typed + ", account_thing.x, TYPE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\", "a\nb", "${x}", "\u0085", "\ud83d"})
  void a_text_that_databases_read_differently_is_refused(String typed) {
    assertThatThrownBy(() -> needed(ColumnKind.TEXT).literal(typed))
        .isInstanceOf(UndoneException.class)
        .hasMessageStartingWith("makemigrations.ambiguous");
  }

  @Test
  void a_rare_type_has_no_value() {
    assertThatThrownBy(() -> needed(ColumnKind.OTHER).literal("{}"))
        .isInstanceOf(UndoneException.class)
        .hasMessageStartingWith("makemigrations.other_type");
  }

  private static NeededDefault needed(ColumnKind kind) {
    return new NeededDefault("account_thing.x", "TYPE", kind, 16);
  }
}
