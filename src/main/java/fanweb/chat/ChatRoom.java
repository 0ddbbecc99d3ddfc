package fanweb.chat;

import fanweb.channel.ChannelLayer;
import fanweb.channel.GroupName;
import fanweb.channel.Publication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One group that has members on this node: its log and its members. Lives in {@link ChatRooms} from
 * its first member to its last.
 */
final class ChatRoom implements ChannelLayer.Subscriber<String> {
  private final GroupName group;
  private final ChatMeters meters;
  private final Supplier<Section> newSection;
  private final GroupLog log = new GroupLog();
  private final List<Section> sections = new CopyOnWriteArrayList<>();
  private final AtomicLong lastActiveMinute = new AtomicLong(Long.MIN_VALUE);

  ChatRoom(GroupName group, ChatMeters meters, Supplier<Section> newSection) {
    this.group = group;
    this.meters = meters;
    this.newSection = newSection;
  }

  GroupName group() {
    return group;
  }

  GroupLog log() {
    return log;
  }

  ChatMeters meters() {
    return meters;
  }

  /** Takes in a publication and wakes the drain tasks. */
  @Override
  public void receive(Publication<String> publication) {
    if (log.append(publication)) {
      for (Section section : sections) {
        section.signal();
      }
    }
  }

  /** Gives a connection its place at the head of the log. One thread at a time changes a room. */
  Membership add(Outlet outlet, SendLimit limit) {
    Section section = sectionWithRoom();
    Membership member = new Membership(this, section, outlet, limit);
    section.add(member);
    // What came between the cursor and the section has been drained without the member.
    section.signal();
    return member;
  }

  /**
   * Removes a member, if it is here; answers whether the room is empty. One thread at a time
   * changes a room.
   */
  boolean remove(Membership member) {
    member.section().remove(member);
    if (member.section().size() == 0) {
      sections.remove(member.section());
    }
    return sections.isEmpty();
  }

  /** Whether this is the first call with a minute so late. */
  boolean entersMinute(long minute) {
    long known = lastActiveMinute.get();
    return minute > known && lastActiveMinute.compareAndSet(known, minute);
  }

  private Section sectionWithRoom() {
    for (Section section : sections) {
      if (section.size() < Section.MAX_MEMBERS) {
        return section;
      }
    }
    Section section = newSection.get();
    sections.add(section);
    return section;
  }
}
