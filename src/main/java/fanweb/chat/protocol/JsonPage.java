package fanweb.chat.protocol;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.JournalEntry;
import java.util.List;

/**
 * A part of a group's stream as one JSON object, for those who ask for it over HTTP. Its events are
 * the objects of {@code fanweb.v1}.
 *
 * @param group whose
 * @param entries the events, in the order in which they are told
 * @param head where the stream stands
 * @param floor the offset up to which events are no longer kept
 * @param recovered whether all that came after the position asked for follows, now or on the next
 *     pages; else there are no events here
 */
public record JsonPage(
    GroupName group,
    List<JournalEntry> entries,
    StreamPosition head,
    long floor,
    boolean recovered) {
  private static final int SIZE = 4_096;

  /** Takes them over. */
  public JsonPage {
    entries = List.copyOf(entries);
  }

  /** The object. */
  public String text() {
    return JsonLine.begin(SIZE)
        .addList("messages", entries.stream().map(entry -> JsonEvents.event(group, entry)).toList())
        .add("head", head.offset())
        .add("epoch", head.epoch())
        .add("floor", floor)
        .add("recovered", recovered)
        .end();
  }

  /** One event, as it stands in a page. */
  public static String event(GroupName group, JournalEntry entry) {
    return JsonEvents.event(group, entry);
  }
}
