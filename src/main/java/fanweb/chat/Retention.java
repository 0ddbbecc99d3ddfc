package fanweb.chat;

import java.time.Instant;

/** Forgets what the groups' settings say is not kept. Any thread; blocks on the database. */
public interface Retention {
  /**
   * Erases the texts of events that are over their group's count or age and raises its floor, in
   * many small transactions; removes what is left of them, their keys, a day later.
   *
   * @param now the time
   * @return how many events it erased
   */
  int retire(Instant now);
}
