package fanweb.chat.jdbc;

import fanweb.channel.GroupName;
import fanweb.chat.Draft;
import fanweb.chat.GroupState;
import fanweb.chat.Journal;
import fanweb.chat.JournalEntry;
import fanweb.chat.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The journal in the database: H2, MySQL or MariaDB, with the same statements. */
public final class JdbcJournal implements Journal {
  /** Groups asked about in one statement. */
  private static final int PAGE = 500;

  private final Database database;
  private final Appender appender;
  private final Origin origin;
  private final Reading reading = new Reading();
  private final ReadMarks marks = new ReadMarks();

  /**
   * Makes one; opens nothing yet.
   *
   * @param source gives connections that commit by themselves
   * @param epochs gives a name that was never given before at each call
   */
  public JdbcJournal(DataSource source, Supplier<String> epochs) {
    this.database = new Database(source);
    this.appender = new Appender(new GroupRows(), reading, epochs);
    this.origin = new Origin(epochs);
  }

  @Override
  public List<Outcome> append(List<Draft> drafts) {
    return drafts.isEmpty()
        ? List.of()
        : database.transaction(connection -> appender.append(connection, drafts));
  }

  @Override
  public Optional<Outcome> repeated(Draft draft) {
    return database.read(connection -> Keys.repeated(connection, draft));
  }

  @Override
  public String origin() {
    return origin.known().orElseGet(() -> database.transaction(origin::of));
  }

  @Override
  public Optional<GroupState> find(GroupName group) {
    return database.read(connection -> reading.find(connection, group));
  }

  @Override
  public Map<GroupName, Tide> tides(Collection<GroupName> names) {
    List<GroupName> all = List.copyOf(names);
    return database.read(
        connection -> {
          Map<GroupName, Tide> tides = new HashMap<>();
          for (int from = 0; from < all.size(); from += PAGE) {
            tides(connection, all.subList(from, Math.min(all.size(), from + PAGE)), tides);
          }
          return tides;
        });
  }

  private static void tides(Connection connection, List<GroupName> names, Map<GroupName, Tide> to)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name, epoch, kept_after, head FROM chat_group WHERE name IN "
                + Lists.marks(names.size()))) {
      for (int i = 0; i < names.size(); i++) {
        select.setString(i + 1, names.get(i).value());
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          to.put(
              new GroupName(rows.getString(1)),
              new Tide(rows.getString(2), rows.getLong(3), rows.getLong(4)));
        }
      }
    }
  }

  @Override
  public List<JournalEntry> after(GroupName group, long offset, int limit) {
    return database.read(connection -> reading.after(connection, group, offset, limit));
  }

  @Override
  public List<JournalEntry> before(GroupName group, long offset, int limit) {
    return database.read(connection -> reading.before(connection, group, offset, limit));
  }

  @Override
  public List<JournalEntry> search(GroupName group, String text, long before, int limit) {
    return database.read(connection -> reading.search(connection, group, text, before, limit));
  }

  @Override
  public long readUpTo(GroupName group, String author) {
    return database.read(connection -> marks.find(connection, new Reader(group, author)));
  }

  @Override
  public void markRead(Map<Reader, Long> positions) {
    List<Map.Entry<Reader, Long>> all = List.copyOf(positions.entrySet());
    for (int from = 0; from < all.size(); from += PAGE) {
      List<Map.Entry<Reader, Long>> some = all.subList(from, Math.min(all.size(), from + PAGE));
      database.transaction(connection -> marks.store(connection, some));
    }
  }

  @Override
  public boolean isDurable() {
    return database.isDurable();
  }
}
