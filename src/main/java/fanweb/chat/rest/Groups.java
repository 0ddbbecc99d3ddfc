package fanweb.chat.rest;

import fanweb.account.Identity;
import fanweb.channel.GroupName;
import fanweb.chat.ChatService;
import fanweb.chat.GroupView;
import fanweb.chat.JournalException;
import fanweb.chat.Refusal;
import fanweb.platform.RefusedException;
import fanweb.platform.RefusedException.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Looks into groups; whatever stands in the way is a problem. Any thread; blocks. */
@Singleton
final class Groups {
  private static final String NOT_A_NAME =
      "Not a group name: letters, digits, marks, _, - and . only, not starting with ., at most "
          + GroupName.MAX_LENGTH;

  private final ChatService service;
  private final Turns turns;

  @Inject
  Groups(ChatService service, Turns turns) {
    this.service = service;
    this.turns = turns;
  }

  /** A name as it stands in a path. */
  static GroupName named(String name) {
    return GroupName.parse(name)
        .orElseThrow(() -> new RefusedException(Reason.INVALID, NOT_A_NAME));
  }

  /** See {@link ChatService#look}. */
  <T> T look(GroupName group, Function<GroupView, T> look) {
    return turns.take(
        () -> {
          try {
            return service.look(group, look);
          } catch (JournalException e) {
            throw Problems.of(e.refusal());
          }
        });
  }

  /** See {@link ChatService#prepare}. */
  void prepare(GroupName group) {
    boolean open = turns.take(() -> service.prepare(group));
    if (!open) {
      throw Problems.of(Refusal.UNAVAILABLE);
    }
  }

  /** Looks into a group as somebody who must be allowed to read there. */
  <T> T read(GroupName group, Identity caller, Function<GroupView, T> look) {
    return look(
        group,
        view -> {
          view.reading(caller)
              .ifPresent(
                  refusal -> {
                    throw Problems.of(refusal);
                  });
          return look.apply(view);
        });
  }

  /** How far somebody has read. */
  long readUpTo(GroupName group, Identity caller) {
    return turns.take(
        () -> {
          try {
            return service.readUpTo(group, caller.author());
          } catch (JournalException e) {
            throw Problems.of(e.refusal());
          }
        });
  }

  void markRead(GroupName group, Identity caller, long offset) {
    service.markRead(group, caller.author(), offset);
  }
}
