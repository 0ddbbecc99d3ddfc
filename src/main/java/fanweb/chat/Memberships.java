package fanweb.chat;

import fanweb.channel.GroupName;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one connection, which take turns. Few, so they lie in an array that is replaced and
 * never changed. One thread at a time adds and removes; any thread reads.
 */
final class Memberships {
  private static final Membership[] NONE = {};

  private volatile Membership[] all = NONE;

  /** Where the search for the next to be served begins. */
  private volatile int turn;

  void add(Membership member) {
    Membership[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = member;
    all = more;
  }

  void remove(Membership member) {
    all = Arrays.stream(all).filter(m -> m != member).toArray(Membership[]::new);
  }

  /** Where the connection is, as long as nobody adds or removes. */
  List<Membership> list() {
    return List.of(all);
  }

  int size() {
    return all.length;
  }

  /** The connection's place in a group; null when it is not there. */
  @Nullable Membership in(GroupName group) {
    for (Membership member : all) {
      if (member.group().equals(group)) {
        return member;
      }
    }
    return null;
  }

  /** Notes that a group had its turn. */
  void served(Membership member) {
    Membership[] now = all;
    if (now.length > 1) {
      turn = Arrays.asList(now).indexOf(member) + 1;
    }
  }

  /** Wakes the drain task of the next group that has something to send. */
  void signalNext() {
    Membership[] now = all;
    for (int i = 0; i < now.length; i++) {
      Membership member = now[(turn + i) % now.length];
      if (member.isPending()) {
        member.section().signal();
        return;
      }
    }
  }
}
