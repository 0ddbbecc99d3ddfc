package fanweb.account;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.account.AccountChange.UserChanged;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
  private final Visible rows = new Visible();
  private final List<AccountChange> heard = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final ChangeFeed feed =
      new ChangeFeed(rows, new Outside(() -> now, new SecureRandom()), heard::add);

  private void poll() {
    heard.clear();
    feed.poll();
    now = now.plusSeconds(1);
  }

  private static List<AccountChange> users(long... ids) {
    return LongStream.of(ids).<AccountChange>mapToObj(UserChanged::new).toList();
  }

  @Test
  void each_change_is_told_once_in_its_order() {
    rows.add(1, 2);
    poll();
    assertThat(heard).isEqualTo(users(1, 2));
    rows.add(3);
    poll();
    assertThat(heard).isEqualTo(users(3));
    poll();
    assertThat(heard).isEmpty();
  }

  @Test
  void one_that_becomes_visible_after_others_is_told_too() {
    rows.add(1, 5);
    poll();
    for (int i = 0; i < 58; i++) {
      rows.add(100 + i);
      poll();
    }
    rows.add(3);
    poll();
    assertThat(heard).isEqualTo(users(3));
    poll();
    assertThat(heard).isEmpty();
  }

  @Test
  void what_is_older_than_the_overlap_is_read_no_more() {
    rows.add(1, 5);
    poll();
    now = now.plus(Duration.ofMinutes(1));
    poll();
    assertThat(rows.asked).isEqualTo(5);
    assertThat(heard).isEmpty();
  }

  @Test
  void more_than_a_page_is_told_at_once() {
    for (int i = 1; i <= 1_200; i++) {
      rows.add(i);
    }
    poll();
    assertThat(heard).hasSize(1_200);
    poll();
    assertThat(heard).isEmpty();
  }

  /** Rows that can be seen by now. */
  private static final class Visible implements ChangeRows {
    private final TreeMap<Long, AccountChange> rows = new TreeMap<>();
    long asked;

    void add(long... ids) {
      for (long id : ids) {
        rows.put(id, new UserChanged(id));
      }
    }

    @Override
    public List<Row> after(long id, int most) {
      asked = id;
      return rows.tailMap(id, false).entrySet().stream()
          .limit(most)
          .map(row -> new Row(row.getKey(), row.getValue()))
          .toList();
    }

    @Override
    public void purge(Instant before) {
      rows.clear();
    }
  }
}
