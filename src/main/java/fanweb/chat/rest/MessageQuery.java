package fanweb.chat.rest;

import fanweb.chat.Author;
import fanweb.platform.RefusedException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a group's stream is asked for. At most one of {@code after} and {@code before}.
 *
 * @param after the offset that was read last; null: none is given
 * @param before the offset before which the page ends; null: none is given
 * @param epoch which life of the stream that offset is of; null: the present one
 * @param text what messages must have in them; null: all events
 * @param name what others read who see the reader; null: nothing
 * @param limit how many events at most
 * @param patience seconds to wait for one that is not there yet
 */
record MessageQuery(
    @Nullable Long after,
    @Nullable Long before,
    @Nullable String epoch,
    @Nullable String text,
    @Nullable String name,
    int limit,
    int patience) {
  /** Most events on a page. */
  static final int MAX_LIMIT = 200;

  /** Events on a page of usual length. */
  static final int USUAL_LIMIT = 50;

  /** Longest wait, in seconds. */
  static final int MAX_WAIT = 30;

  /** Longest text to be searched for. */
  static final int MAX_TEXT = 100;

  /** What a page can be asked for with. */
  static final Set<String> OF_PAGE = Set.of("after", "before", "epoch", "q", "limit", "wait");

  /** What a stream of events can be asked for with. */
  static final Set<String> OF_STREAM = Set.of("after", "epoch", "name");

  private static final long LAST = 999_999_999_999_999_999L;
  private static final Pattern EPOCH = Pattern.compile("[!-~]{1,64}");
  private static final Pattern TEXT = Pattern.compile("[^\\x00]{1," + MAX_TEXT + "}");

  /**
   * Reads one.
   *
   * @param query as it was sent; null for none
   * @param known what it may have
   * @throws RefusedException with everything that is wrong with it
   */
  static MessageQuery parse(@Nullable String query, Set<String> known) {
    QueryReader reader = new QueryReader(query, known);
    MessageQuery read =
        new MessageQuery(
            reader.number("after", 0, LAST),
            reader.number("before", 1, LAST),
            reader.matching("epoch", EPOCH, "must be as it was told"),
            reader.matching("q", TEXT, "must have 1 to " + MAX_TEXT + " characters"),
            reader.line("name", Author.MAX_NAME),
            reader.count("limit", 1, MAX_LIMIT, USUAL_LIMIT),
            reader.count("wait", 0, MAX_WAIT, 0));
    demandSense(reader, read);
    reader.end();
    return read;
  }

  private static void demandSense(QueryReader reader, MessageQuery read) {
    boolean follows = reader.has("after");
    if (follows && reader.has("before")) {
      reader.fault("before", "cannot stand beside after");
    }
    if (follows && reader.has("q")) {
      reader.fault("q", "cannot stand beside after");
    }
    if (!follows && read.patience() > 0) {
      reader.fault("wait", "needs after, the offset read last");
    }
    if (!follows && reader.has("epoch")) {
      reader.fault("epoch", "needs after, the offset read last");
    }
  }
}
