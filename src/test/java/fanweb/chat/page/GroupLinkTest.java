package fanweb.chat.page;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.GroupDirectory;
import fanweb.platform.Ago;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupLinkTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static GroupLink link(String name, Instant lastActive) {
    return GroupLink.of(new GroupDirectory.Entry(new GroupName(name), lastActive), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, now, 0",
    "PT59S, now, 0",
    "-PT1H, now, 0",
    "PT1M, minutes, 1",
    "PT59M59S, minutes, 59",
    "PT1H, hours, 1",
    "PT23H59M, hours, 23",
    "P1D, days, 1",
    "P400D, days, 400"
  })
  void ages_are_told_in_the_largest_unit_that_fits(Duration age, String unit, long count) {
    assertThat(link("x", NOW.minus(age)).ago()).isEqualTo(new Ago(unit, count));
  }

  @ParameterizedTest
  @CsvSource({"建站互助, 助", "site-builders, S", "123, 1", "读书会2, 读", "ümlaut, Ü"})
  void a_name_is_shown_by_one_character(String name, String initial) {
    assertThat(link(name, NOW).initial()).isEqualTo(initial);
  }

  @Test
  void the_path_encodes_the_name() {
    assertThat(link("建.a", NOW).path()).isEqualTo("/index/?group_id=%E5%BB%BA.a");
  }

  @Test
  void pages_open_without_the_list_when_the_database_does_not_answer() {
    GroupDirectory broken =
        new GroupDirectory() {
          @Override
          public List<Entry> recent(int limit, Identity reader) {
            throw new IllegalStateException("no database");
          }

          @Override
          public void recordActivity(GroupName group, Instant at) {}
        };
    assertThat(new RecentGroups(broken).list(null)).isEmpty();
  }
}
