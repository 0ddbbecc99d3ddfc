package fanweb.chat;

/** What becomes of groups when an author is gone for good. Blocks on the database. Any thread. */
public interface Departures {
  /**
   * Takes from an author whatever they are in any group, the owner too: that group has none until
   * whoever may change all groups gives it one. It stands in the groups' streams, so that all nodes
   * learn of it within seconds; of a group that is live only they do when it opens the next time.
   * Doing it twice, or on several nodes, does no harm.
   *
   * @throws JournalException when the database does not answer; some groups may be done by then
   */
  void leaveAll(String author);
}
