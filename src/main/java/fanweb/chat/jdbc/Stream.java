package fanweb.chat.jdbc;

/** Where a locked group's stream stands. One thread. */
final class Stream {
  private final long group;
  private final String epoch;
  private final long from;
  private long head;

  /**
   * Makes one.
   *
   * @param group the group's id
   * @param head the offset of its latest event
   */
  Stream(long group, String epoch, long head) {
    this.group = group;
    this.epoch = epoch;
    this.from = head;
    this.head = head;
  }

  long group() {
    return group;
  }

  String epoch() {
    return epoch;
  }

  /** The offset of the next event, which is the latest from now on. */
  long next() {
    head++;
    return head;
  }

  long head() {
    return head;
  }

  boolean hasMoved() {
    return head > from;
  }
}
