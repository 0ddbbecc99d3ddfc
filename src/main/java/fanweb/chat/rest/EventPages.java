package fanweb.chat.rest;

import fanweb.channel.GroupName;
import fanweb.channel.StreamPosition;
import fanweb.chat.GroupView;
import fanweb.chat.JournalEntry;
import fanweb.chat.protocol.JsonPage;
import java.util.List;
import java.util.Optional;

/** Reads what a query asks for in a group that is open. Blocks on the journal. */
record EventPages(GroupName group, GroupView view) {
  /** The page; one that would have a gap before it is none, and says so. */
  JsonPage page(MessageQuery query) {
    if (query.text() != null) {
      long before = query.before() == null ? Long.MAX_VALUE : query.before();
      return page(view.search(query.text(), before, query.limit()));
    }
    if (query.after() != null) {
      return following(position(query), query.limit());
    }
    long before = query.before() == null ? view.head().offset() + 1 : query.before();
    return page(view.before(before, query.limit()));
  }

  /** Where the reader stands who waits for what is not there yet; nothing when it need not wait. */
  Optional<StreamPosition> waiting(MessageQuery query) {
    StreamPosition head = view.head();
    boolean atHead = query.after() != null && query.after() == head.offset();
    return query.patience() > 0 && atHead && view.reaches(position(query))
        ? Optional.of(head)
        : Optional.empty();
  }

  /** Where a reader stands that gives an offset. */
  StreamPosition position(MessageQuery query) {
    String epoch = query.epoch() == null ? view.head().epoch() : query.epoch();
    return new StreamPosition(epoch, query.after() == null ? 0 : query.after());
  }

  private JsonPage following(StreamPosition from, int limit) {
    long head = view.head().offset();
    if (!view.reaches(from)) {
      return lost();
    }
    List<JournalEntry> entries = view.after(from.offset(), limit);
    // What is no longer kept is left out, and this node hears of that a little later.
    boolean whole =
        entries.isEmpty() ? head == from.offset() : entries.get(0).offset() == from.offset() + 1;
    return whole ? page(entries) : lost();
  }

  private JsonPage page(List<JournalEntry> entries) {
    return new JsonPage(group, entries, head(entries), view.floor(), true);
  }

  private JsonPage lost() {
    return new JsonPage(group, List.of(), view.head(), view.floor(), false);
  }

  /** What is stored may be on its way to this node's log yet. */
  private StreamPosition head(List<JournalEntry> entries) {
    StreamPosition head = view.head();
    long last = entries.stream().mapToLong(JournalEntry::offset).max().orElse(0);
    return last > head.offset() ? new StreamPosition(head.epoch(), last) : head;
  }
}
