package fanweb.chat;

import fanweb.channel.GroupName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The members of a room, in sections of those that speak one dialect. One thread at a time changes
 * them; any thread reads.
 */
final class Sections {
  private final GroupName group;
  private final Node node;
  private final List<Section> all = new CopyOnWriteArrayList<>();

  Sections(GroupName group, Node node) {
    this.group = group;
    this.node = node;
  }

  /** One with a place for a member that speaks a dialect. */
  Section with(Dialect dialect, GroupLog log) {
    for (Section section : all) {
      if (section.speaks(dialect) && section.size() < Section.MAX_MEMBERS) {
        return section;
      }
    }
    Section section = new Section(log, new BurstWriter(group, dialect), node);
    all.add(section);
    return section;
  }

  void remove(Membership member) {
    member.section().remove(member);
    if (member.section().size() == 0) {
      all.remove(member.section());
    }
  }

  /** Wakes their drain tasks. */
  void signal() {
    all.forEach(Section::signal);
  }

  void forEach(Consumer<Membership> action) {
    all.forEach(section -> section.forEach(action));
  }
}
