package fanweb.chat;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import java.time.Instant;
import java.util.List;

/** The groups in which somebody has spoken, as the database remembers them. */
public interface GroupDirectory {
  /**
   * Of the groups whose settings let somebody read, those with the latest messages, latest first.
   *
   * @param limit how many at most, 1 to 100
   * @param reader who
   */
  List<Entry> recent(int limit, Identity reader);

  /**
   * Remembers that somebody spoke in a group; creates the group when it is new. Blocks on the
   * database.
   *
   * @param at when; the later of this and what is stored is kept
   */
  void recordActivity(GroupName group, Instant at);

  /**
   * One group.
   *
   * @param name its name
   * @param lastActive when somebody last spoke, to the minute
   */
  record Entry(GroupName name, Instant lastActive) {}
}
