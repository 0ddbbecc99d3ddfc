package fanweb.chat;

import fanweb.channel.GroupName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said in the groups, stored. Offsets are consecutive per group and follow the order of
 * the commits: whoever sees n+1 sees n.
 *
 * <p>A page of events is as long as the limit or, for at least one event, about 1 MiB of text.
 *
 * <p>All methods block on the database, for ten seconds at most, and may be called by any thread.
 * Each throws {@link JournalException}.
 */
public interface Journal {
  /** Most drafts in one call of {@link #append}. */
  int MAX_BATCH = 250;

  /**
   * Stores drafts in one transaction, in their order, and creates their groups when they are new.
   * What it answers is committed, and survives the process as far as the database does. A draft
   * that cannot be stored for a reason of its own (its key, its target) does not hold up the
   * others.
   *
   * @param drafts at most {@link #MAX_BATCH}
   * @return one outcome for each, in the same order
   */
  List<Outcome> append(List<Draft> drafts);

  /**
   * What became of a draft with a key when it came before; nothing when none is stored under that
   * key.
   */
  Optional<Outcome> repeated(Draft draft);

  /** What streams are called in which nothing was said yet: the same on all nodes. */
  String origin();

  /** What is stored about a group; nothing when nobody has written in it or set it up. */
  Optional<GroupState> find(GroupName group);

  /**
   * Where the streams of groups stand. Groups that are not stored are left out; settings and
   * restrictions are not read.
   */
  Map<GroupName, Tide> tides(Collection<GroupName> groups);

  /**
   * Reads on: the events that follow an offset, oldest first, without a gap. What is no longer kept
   * is left out.
   *
   * @param limit how many at most
   */
  List<JournalEntry> after(GroupName group, long offset, int limit);

  /** Reads back: the latest events before an offset, oldest first. */
  List<JournalEntry> before(GroupName group, long offset, int limit);

  /**
   * The latest messages before an offset whose present text contains a text, whatever its case,
   * latest first.
   */
  List<JournalEntry> search(GroupName group, String text, long before, int limit);

  /** How far an author said they have read; 0 when they never did. */
  long readUpTo(GroupName group, String author);

  /** Remembers how far authors have read, if it is further than before. */
  void markRead(Map<Reader, Long> positions);

  /** Whether what is committed outlives the process. */
  boolean isDurable();

  /**
   * Where a stream begins and ends.
   *
   * @param epoch which life of the stream
   * @param floor the offset up to which events are no longer kept
   * @param head the offset of the latest event
   */
  record Tide(String epoch, long floor, long head) {}

  /**
   * Who reads where.
   *
   * @param group where
   * @param author the author's id
   */
  record Reader(GroupName group, String author) {}
}
